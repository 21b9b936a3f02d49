package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** An uninitialised object lies under a branch and under an await; classes named like descriptors. HARD_CASES 100. */
public class UninitialisedUnderBranch {
    static class V1 {
        final String text;

        V1(Object... parts) {
            text = java.util.Arrays.toString(parts);
        }
    }

    static class Integer {
        final int number;

        Integer(int one, int two) {
            number = one * 10 + two;
        }
    }

    static class Jump {
        final V1 inner;

        Jump(boolean flag, V1 inner, long wide) {
            this.inner = new V1(flag, inner.text, wide);
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        String result = "";
        for (int i = 0; i < 3; i++) {
            Integer point = new Integer(i == 1 ? 1 : 2, await(env.async(i)));
            Jump jump = new Jump(i > 1 && await(env.async(true)), new V1(i == 0 ? await(env.async("zero")) : "more", i), await(env.async(7L)));
            while (true) {
                V1 looped = new V1(env.value(i), i == 2 ? new V1(await(env.async("deep"))).text : null, await(env.async('c')));
                result += looped.text;
                break;
            }
            result += point.number + jump.inner.text;
        }
        return Coroutine.of(result);
    }
}
