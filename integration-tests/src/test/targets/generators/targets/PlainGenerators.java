package targets;

import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.Coroutine;

/** Generators that wait for nothing: iterables, iterators, streams; loops, wide locals, assigned parameters, fields, failures. */
public class PlainGenerators {
    private final Env env;
    private long total;

    PlainGenerators(Env env) {
        this.env = env;
    }

    @Async
    public static Coroutine<String> run(Env env) {
        PlainGenerators self = new PlainGenerators(env);
        Iterable<Integer> down = down(env, 3);
        env.log("made");
        for (int x : down) {
            env.log("down ", x);
        }
        for (int x : down) {
            env.log("again ", x);
        }
        Iterator<String> words = self.words("a", "bb", null);
        env.log(words.next(), words.hasNext(), words.hasNext(), words.next(), words.next(), words.hasNext());
        ended(env, words);
        env.log(wide(1L, 0.5).limit(4).map(String::valueOf).collect(Collectors.joining(" ")), self.total);
        try (Stream<Integer> stream = self.closed()) {
            env.log(stream.limit(2).collect(Collectors.toList()));
        }
        failing(env);
        shapes(env);
        for (Object each : self.nested(2)) {
            env.log("nested ", each);
        }
        for (Object each : PlainGenerators.<String>generic("g", 2)) {
            env.log(each);
        }
        for (Object each : none()) {
            env.log("never ", each);
        }
        return Coroutine.of("end " + self.total);
    }

    private static void ended(Env env, Iterator<String> words) {
        try {
            words.next();
        } catch (NoSuchElementException e) {
            env.log("no more");
        }
    }

    @Generator
    static Iterable<Integer> down(Env env, int n) {
        env.log("begins ", n);
        while (n > 0) {
            emit(n--);
        }
        env.log("ends ", n);
        return end();
    }

    @Generator
    private Iterator<String> words(String... all) {
        for (String word : all) {
            total += word == null ? 100 : word.length();
            emit(word);
        }
        return end();
    }

    @Generator
    static Stream<String> wide(long from, double step) {
        for (double d = from; ; d += step) {
            long whole = (long) d;
            emit(whole + ":" + d);
            from += whole;
            if (from < 0) {
                return end();
            }
        }
    }

    @Generator
    Stream<Integer> closed() {
        try {
            for (int i = 0; i < 10; i++) {
                emit(i);
            }
        } finally {
            env.log("closed");
        }
        return end();
    }

    @Generator
    static Iterable<Integer> fails(Env env, int at) {
        for (int i = 0; ; i++) {
            if (i == at) {
                throw new IllegalArgumentException("at " + i);
            }
            emit(i);
        }
    }

    private static void failing(Env env) {
        Iterator<Integer> it = fails(env, 1).iterator();
        env.log(it.next());
        try {
            it.hasNext();
        } catch (IllegalArgumentException e) {
            env.log(e);
        }
        env.log("then ", it.hasNext());
    }

    @Generator
    static <T> Iterable<T> generic(T first, int times) {
        T value = first;
        for (int i = 0; i < times; i++) {
            emit(value);
        }
        return end();
    }

    @Generator
    static Iterable<Object> none() {
        return end();
    }

    @Generator
    Iterable<Object> nested(int depth) {
        emit(depth);
        if (depth > 0) {
            for (Object inner : nested(depth - 1)) {
                emit(inner);
                total++;
            }
        }
        return end();
    }

    private static void shapes(Env env) {
        for (Object each : switched(env)) {
            env.log("switched ", each);
        }
        for (Object each : tried(env)) {
            env.log("tried ", each);
        }
        Iterable<char[]> arrays = arrays();
        for (char[] each : arrays) {
            env.log(each.length, each);
        }
    }

    @Generator
    static Iterable<Object> switched(Env env) {
        outer:
        for (int i = 0; ; i++) {
            byte b = (byte) (i * 50);
            char c = (char) ('a' + i);
            float f = i / 2f;
            switch (i) {
                case 0:
                    emit(b);
                case 1:
                    emit(c);
                    break;
                case 2:
                    emit(f);
                    continue outer;
                case 3:
                    do {
                        emit(b + c + f);
                    } while (env.chance(2));
                    break;
                default:
                    emit("last");
                    break outer;
            }
            env.log(i, b, c, f);
        }
        return end();
    }

    @Generator
    static Iterable<Object> tried(Env env) {
        Object kept = null;
        for (int i = 0; i < 3; i++) {
            try {
                emit("try " + i);
                if (i == 1) {
                    throw new IllegalStateException("thrown");
                }
                kept = "kept " + i;
            } catch (IllegalStateException e) {
                emit(e.getMessage());
                env.log(e);
            } finally {
                emit("finally " + i);
                try {
                    emit(kept);
                } finally {
                    env.log("inner");
                }
            }
        }
        return end();
    }

    @Generator
    static Iterable<char[]> arrays() {
        char[][] all = {{'a'}, {'b', 'c'}};
        for (char[] each : all) {
            emit(each);
        }
        return end();
    }
}
