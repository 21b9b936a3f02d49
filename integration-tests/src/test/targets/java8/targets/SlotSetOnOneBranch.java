package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** A slot is set on one branch only; an await after the join. HARD_CASES 11. */
public class SlotSetOnOneBranch {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (int i = 0; i < 3; i++) {
            String later;
            long number;
            if (i == 1) {
                later = await(env.async("one"));
                number = 1L << i;
                env.log(later, number);
            } else if (i == 2) {
                int other = i * 3;
                env.log(other);
            }
            int joined = await(env.async(i));
            later = "after" + joined;
            number = joined;
            await(env.async(0));
            result += later + number;
        }
        return Coroutine.of(result);
    }
}
