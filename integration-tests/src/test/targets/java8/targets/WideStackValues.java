package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** long and double at the bottom, in the middle and on top of the operand stack. HARD_CASES 9. */
public class WideStackValues {
    private final long[] counters = new long[4];
    private int calls;

    long[] counters(Env env) {
        env.log("counters ", ++calls);
        return counters;
    }

    static String join(long a, int b, double c, String d, long e) {
        return a + "," + b + "," + c + "," + d + "," + e;
    }

    @Async
    public static Coroutine<String> run(Env env) {
        WideStackValues self = new WideStackValues();
        String joined = join(1L << 50, await(env.async(2)), 3.5, await(env.async("four")), await(env.async(5L)));
        double sum = 1.5 + await(env.async(2.5)) * (3.0 - await(env.async(1L)));
        long value = await(self.counted(env));
        return Coroutine.of(joined + sum + value);
    }

    @Async
    Coroutine<Long> counted(Env env) {
        int i = 1;
        counters(env)[i++] += await(env.async(10L));
        counters(env)[i] = counters[1] = 1L + await(env.async(4L));
        long old = counters(env)[i]++ + await(env.async(1));
        double[] doubles = {0.25, 1};
        doubles[0] *= await(env.async(8.0));
        doubles[await(env.async(1))] -= await(env.async(0.5f));
        env.log(counters, doubles);
        return Coroutine.of(old + counters[i] + (long) doubles[0]);
    }
}
