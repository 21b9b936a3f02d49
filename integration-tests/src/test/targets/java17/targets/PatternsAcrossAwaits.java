package targets;

import static org.asyncjava.Await.await;

import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Pattern variables live across awaits; text blocks and var. HARD_CASES 24. */
public class PatternsAcrossAwaits {
    @Async
    public static Coroutine<String> run(Env env) {
        var result = new StringBuilder();
        for (Object object : new Object[] {"text", 5, 6L, List.of(1)}) {
            if (object instanceof String text && text.length() == await(env.async(4))) {
                result.append(await(env.async("s"))).append(text);
            } else if (await(env.async(object)) instanceof Integer number && await(env.async(true))) {
                var more = await(env.async(number + 1));
                result.append(number).append(more);
            } else if (!(object instanceof Long wide)) {
                result.append(await(env.async("""
                        a block of
                        text""")));
            } else {
                result.append(await(env.async(wide)) + wide);
            }
        }
        return Coroutine.of(result.toString());
    }
}
