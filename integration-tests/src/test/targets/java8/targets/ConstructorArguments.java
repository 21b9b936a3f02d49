package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Awaits in the arguments of constructors, nested and behind branches. HARD_CASES 15. */
public class ConstructorArguments {
    static class Pair {
        final Object left;
        final Object right;

        Pair(Object left, Object right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public String toString() {
            return "(" + left + " " + right + ")";
        }
    }

    class Inner extends Pair {
        Inner(int left, long right) {
            super(left, right + ConstructorArguments.this.offset);
        }
    }

    private final int offset = 100;

    @Async
    public static Coroutine<String> run(Env env) {
        Pair flat = new Pair(await(env.async(1)), await(env.async("two")));
        Pair nested = new Pair(new Pair(env.value("x"), new Pair(await(env.async(3)), 'c')), await(env.async(4L)));
        Pair branched = new Pair(env.chance(2) ? await(env.async(5)) : (Integer) 1, env.value(6));
        new Pair(await(env.async("dropped")), null);
        StringBuilder text = new StringBuilder(await(env.async("seven"))).append(flat).append(nested).append(branched);
        return Coroutine.of(text.append(await(new ConstructorArguments().inner(env))).toString());
    }

    @Async
    Coroutine<Pair> inner(Env env) {
        Pair inner = new Inner(await(env.async(8)), await(env.async(9L)));
        int[] sized = new int[await(env.async(2))];
        Pair[] pairs = {new Pair(inner, await(env.async(10))), new Inner(sized.length, await(env.async(11)))};
        try {
            throw new IllegalStateException("made of " + await(env.async("parts")), new Exception(await(env.async("cause"))));
        } catch (IllegalStateException e) {
            return Coroutine.of(new Pair(pairs[0], new Pair(pairs[1], e.getMessage() + e.getCause().getMessage())));
        }
    }
}
