package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** One slot holds different types in disjoint scopes on both sides of an await. HARD_CASES 10. */
public class SlotReuse {
    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        {
            long wide = await(env.async(1L << 35));
            int after = await(env.async(2));
            result += wide + after;
        }
        {
            String text = await(env.async("text"));
            Object other = text.length() > 2 ? text : env;
            await(env.async(0));
            result += text + other;
        }
        {
            int one = 1;
            double two = await(env.async(2.0));
            float three = await(env.async(3f));
            result += one + two + three;
        }
        for (int i = 0; i < 2; i++) {
            if (i == 0) {
                int[] ints = {await(env.async(4))};
                result += ints[0] + await(env.async("a"));
            } else {
                String[] strings = {await(env.async("b"))};
                result += strings[0] + await(env.async("c"));
            }
        }
        return Coroutine.of(result);
    }
}
