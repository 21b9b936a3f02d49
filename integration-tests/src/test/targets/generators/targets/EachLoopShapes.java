package targets;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** What loops go through and what stands in them: iterators, own implementations, generators, lambdas, captured variables, conditions. */
public class EachLoopShapes {
    interface Call<T> {
        @Async
        Coroutine<T> call(Env env);
    }

    interface Source<T> {
        @Async
        AsyncIterable<T> from(Env env, AsyncIterable<T> other);
    }

    private long field;

    @Async
    public static Coroutine<String> run(Env env) {
        List<Call<String>> calls = new ArrayList<>();
        for (Object x : each(listed(env, "a", 1, null))) {
            calls.add(given -> {
                Object seen = await(given.async(x));
                return Coroutine.of("captured " + seen);
            });
        }
        for (Call<String> call : calls) {
            env.log(await(call.call(env)));
        }
        Call<Integer> lambda = given -> {
            int n = 0;
            for (Object each : each(listed(given, 1, "two", 3L))) {
                if (each instanceof Long) {
                    return Coroutine.of(n);
                }
                n += await(given.async(each.toString().length()));
            }
            return Coroutine.of(-1);
        };
        env.log(await(lambda.call(env)));
        Source<Object> twice = (given, other) -> { // emits AsyncIterable
            for (Object x : each(other)) {
                emit(x);
                emit(await(given.async(x)));
            }
            return end();
        };
        for (Object x : each(twice.from(env, twice.from(env, listed(env, 1, 2))))) {
            env.log("twice ", x);
        }
        for (Object x : each(new Own(env, 3))) {
            env.log("own ", x);
            if (x.equals(2)) {
                break;
            }
        }
        for (Object x : each(new Own(env, 2))) {
            env.log("own ", x);
        }
        AsyncIterator<Object> rest = listed(env, 1, 2, 3).iterator();
        await(rest.advance());
        for (Object x : each(rest)) {
            env.log("rest ", x);
        }
        EachLoopShapes self = new EachLoopShapes();
        env.log(await(self.instance(env)), self.field);
        env.log(await(conditions(env, true)), await(conditions(env, false)));
        env.log(await(arguments(env, 1, 2L, "three", 4.0)));
        await(self.inner(env).iterator().advance());
        return Coroutine.of("end");
    }

    @Async
    static AsyncIterable<Object> listed(Env env, Object... all) {
        for (Object each : all) {
            emit(await(env.async(each)));
        }
        return end();
    }

    /** Not a generator. */
    static final class Own implements AsyncIterator<Integer> {
        private final Env env;
        private final int elements;
        private int at;

        Own(Env env, int elements) {
            this.env = env;
            this.elements = elements;
        }

        @Async
        @Override
        public Coroutine<Boolean> advance() {
            at += await(env.async(1));
            return Coroutine.of(at <= elements); // cold
        }

        @Override
        public Integer current() {
            return at;
        }

        @Async
        @Override
        public Coroutine<Void> closeAsync() {
            env.log("closed own ", await(env.async(at)));
            return Coroutine.done(); // cold
        }
    }

    @Async
    Coroutine<Long> instance(Env env) {
        for (Object x : each(listed(env, 1, 2, 3))) {
            while (true) {
                field += await(env.async((Integer) x));
                if (field > 2) {
                    return Coroutine.of(field);
                }
                break;
            }
        }
        return Coroutine.of(-1L);
    }

    @Async
    static Coroutine<String> conditions(Env env, boolean first) {
        String text = "";
        for (Object x : each(listed(env, 1, 2, 3, 4))) {
            text += x == Integer.valueOf(1) ? "one" : await(env.async("other"));
            if (x.equals(2) && first || x.equals(3) && !await(env.async(first))) {
                break;
            }
            if (first) {
                continue;
            }
            text += ",";
        }
        for (Object x : each(listed(env))) {
            text += "never" + x;
        }
        do {
            for (Object x : each(listed(env, "do"))) {
                text += x;
            }
        } while (text.length() < 20);
        return Coroutine.of(text);
    }

    @Async
    static Coroutine<String> arguments(Env env, int a, long b, String c, double d) {
        for (Object x : each(listed(env, a++, b + a, c, d))) {
            a += x.hashCode() % 3;
            c = c + a;
            if (x.equals("three")) {
                b = await(env.async(b)) + a;
            } else {
                d /= 2;
            }
        }
        return Coroutine.of(a + " " + b + " " + c + " " + d);
    }

    @Async
    AsyncIterable<Object> inner(Env env) {
        for (Object x : each(listed(env, Arrays.asList(1, 2), "y"))) {
            for (Object y : each(listed(env, x, field))) {
                emit(y);
            }
        }
        return end();
    }
}
