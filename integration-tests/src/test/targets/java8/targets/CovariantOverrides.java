package targets;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Overrides with covariant returns, generic super methods and the bridges javac adds. HARD_CASES 45. */
public class CovariantOverrides {
    abstract static class Source<T> {
        abstract Coroutine<? extends T> next(Env env, T last);

        @Async
        Coroutine<?> described(Env env) {
            return Coroutine.of("source " + await(env.async("base")));
        }
    }

    static class Numbers extends Source<Integer> implements Comparable<Numbers> {
        private int number = 1;

        @Override
        @Async
        Coroutine<Integer> next(Env env, Integer last) {
            int before = number;
            number += await(env.async(last));
            return Coroutine.of(before * number);
        }

        @Override
        @Async
        Coroutine<String> described(Env env) {
            String own = "numbers " + number;
            return Coroutine.of(own + await(super.described(env)));
        }

        @Override
        public int compareTo(Numbers other) {
            return Integer.compare(number, other.number);
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        Source<Integer> source = new Numbers();
        Integer first = await(source.next(env, 4));
        int second = await(new Numbers().next(env, first));
        return Coroutine.of(first + " " + second + await(source.described(env)));
    }
}
