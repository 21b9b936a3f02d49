package targets;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** Generators that await: asked by hand; locals of all kinds across both; lambdas; failures once; the end. */
public class AsyncGenerators {
    interface Source<T> {
        @Async
        AsyncIterable<T> from(Env env, T value);
    }

    private int asked;

    @Async
    public static Coroutine<String> run(Env env) {
        AsyncGenerators self = new AsyncGenerators();
        AsyncIterable<Integer> count = self.count(env, 3, 1L, 0.25);
        env.log("made");
        env.log(await(all(env, count)), await(all(env, count)), self.asked);
        AsyncIterator<String> words = words(env, "a", null);
        before(env, words);
        env.log(await(words.advance()), words.current(), words.current(), await(words.advance()), words.current());
        env.log(await(words.advance()), await(words.advance()));
        before(env, words);
        AsyncIterator<Object> fails = fails(env).iterator();
        for (int i = 0; i < 4; i++) {
            try {
                env.log(await(fails.advance()), " ", fails.current());
            } catch (IllegalArgumentException | NoSuchElementException e) {
                env.log(e.getClass().getSimpleName());
            }
        }
        Source<Object> lambda = (given, value) -> { // emits AsyncIterable
            given.log("lambda");
            emit(value);
            emit(await(given.async("second")));
            return end();
        };
        env.log(await(all(env, lambda.from(env, "first"))));
        env.log(await(all(env, tried(env))));
        env.log(await(all(env, constructed(env))));
        env.log(await(all(env, self.nested(env, 3))));
        return Coroutine.of("end " + self.asked);
    }

    private static void before(Env env, AsyncIterator<?> it) {
        try {
            it.current();
        } catch (NoSuchElementException e) {
            env.log("no element");
        }
    }

    @Async
    static Coroutine<List<Object>> all(Env env, AsyncIterable<?> source) {
        List<Object> all = new ArrayList<>();
        AsyncIterator<?> it = source.iterator();
        while (await(it.advance())) {
            all.add(it.current());
        }
        return Coroutine.of(all);
    }

    @Async
    AsyncIterable<Integer> count(Env env, int n, long step, double weight) {
        env.log("begins ", n);
        String text = "";
        for (; n > 0; n--) {
            text += await(env.async(step)) + weight;
            step += n;
            emit(n);
            weight *= 2;
            asked++;
        }
        env.log(text, step, weight);
        return end();
    }

    @Async
    static AsyncIterator<String> words(Env env, String... all) {
        for (String word : all) {
            emit(word);
        }
        return end();
    }

    @Async
    static AsyncIterable<Object> fails(Env env) {
        emit(1);
        await(env.async("between"));
        emit(2);
        throw new IllegalArgumentException("third");
    }

    @Async
    static AsyncIterable<Object> tried(Env env) {
        Object kept = null;
        for (int i = 0; i < 3; i++) {
            try {
                emit("try " + await(env.async(i)));
                if (i == 1) {
                    await(env.fail(new IllegalStateException("thrown")));
                }
                kept = "kept " + i;
            } catch (IllegalStateException e) {
                emit(e.getMessage() + await(env.stage("caught")));
            } finally {
                emit("finally " + await(env.awaitable(i)));
                try {
                    emit(kept);
                } finally {
                    env.log(await(env.async("inner")));
                }
            }
        }
        return end();
    }

    @Async
    static AsyncIterable<Object> constructed(Env env) {
        StringBuilder text = new StringBuilder("x".concat(await(env.async("y"))));
        emit(new StringBuilder(text.append(await(env.async(1)))).append(await(env.async(2L))).toString());
        long[] wide = {await(env.async(3L)), 4L};
        wide[1] += await(env.async(5L));
        emit(wide);
        emit(wide[0] + wide[await(env.async(1))]);
        return end();
    }

    @Async
    AsyncIterable<Object> nested(Env env, int depth) {
        if (depth == 0) {
            return end();
        }
        AsyncIterator<Object> inner = nested(env, depth - 1).iterator();
        while (await(inner.advance())) {
            emit(inner.current());
        }
        emit(await(env.async(depth)));
        asked++;
        return end();
    }
}
