package targets;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** In which order things happen where a loop is left: values, closing, finally blocks inside and outside, failures of each. */
public class EachLoopOrder {
    @Async
    public static Coroutine<String> run(Env env) {
        for (int way = 0; way < 10; way++) {
            for (int bad = 0; bad < 2; bad++) {
                try {
                    env.log("way ", way, " ", await(left(env, way, bad == 1)));
                } catch (RuntimeException e) {
                    env.log("threw ", e, await(env.async(e.getSuppressed().length)));
                }
                try {
                    env.log("bare ", way, " ", await(bare(env, way, bad == 1)));
                } catch (RuntimeException e) {
                    env.log("threw ", e, await(env.async(e.getSuppressed().length)));
                }
            }
        }
        for (int way = 0; way < 6; way++) {
            env.log(await(ofSeveralTypes(env, way / 2, way % 2 == 1)));
        }
        env.log(await(endless(env)), await(guarded(env)), await(wide(env, 7L, 0.5)));
        await(nothing(env, 1));
        await(nothing(env, 5));
        return Coroutine.of("end");
    }

    @Async
    static AsyncIterable<Integer> source(Env env, String name, int elements, boolean bad) {
        try {
            for (int i = 0; i < elements; i++) {
                if (i % 2 == 1) {
                    await(env.async(name + i));
                }
                emit(i);
            }
            if (name.equals("fails")) {
                throw new IllegalStateException("in the source");
            }
        } finally {
            env.log("closing ", name, await(env.async("...")));
            if (bad) {
                throw new UnsupportedOperationException("closing " + name);
            }
        }
        return end();
    }

    static int value(Env env, int value) {
        env.log("value ", value);
        return value;
    }

    @Async
    static Coroutine<Integer> left(Env env, int way, boolean bad) {
        int sum = 0;
        try {
            try {
                outer:
                for (int a : each(source(env, way == 8 ? "fails" : "outer", 3, false))) {
                    try {
                        for (final int b : each(source(env, "inner" + a, 3, bad))) {
                            try {
                                if (b == 1 && a == 1) {
                                    switch (way) {
                                        case 0:
                                            break outer;
                                        case 1:
                                            continue outer;
                                        case 2:
                                            return Coroutine.of(value(env, sum) + await(env.async(100)));
                                        case 3:
                                            throw new IllegalArgumentException("in the body");
                                        case 4:
                                            await(env.fail(new IllegalArgumentException("awaited in the body")));
                                        default:
                                            env.log("goes on");
                                    }
                                }
                                if (way == 5 && b == 1) {
                                    continue;
                                }
                                if (way == 6 && b == 1) {
                                    break;
                                }
                                sum += a * 10 + b;
                            } catch (UnsupportedOperationException e) {
                                env.log("must not see ", e);
                            } finally {
                                env.log("inner finally ", await(env.async(b)));
                                if (way == 7 && a == 2) {
                                    return Coroutine.of(value(env, -sum));
                                }
                            }
                        }
                    } finally {
                        env.log("between ", a);
                    }
                }
                env.log("behind");
            } finally {
                env.log("outer finally ", await(env.async(sum)));
            }
        } catch (UnsupportedOperationException e) {
            env.log("caught ", e, e.getSuppressed().length);
            return Coroutine.of(await(env.async(-1)));
        } catch (IllegalArgumentException e) {
            env.log("caught ", e, e.getSuppressed().length);
            if (way == 4) {
                throw e;
            }
        }
        return Coroutine.of(sum);
    }

    /** One handler for several types guards what closes the source after a failure, and where the loop is left, by each of them. */
    @Async
    static Coroutine<String> ofSeveralTypes(Env env, int way, boolean bad) {
        try {
            for (int a : each(source(env, "several", 3, bad))) {
                switch (a * 3 + way) {
                    case 3:
                        throw new IllegalArgumentException("of one type");
                    case 4:
                        throw new IllegalStateException("of another type");
                    case 5:
                        return Coroutine.of("returned");
                    default:
                        await(env.async(a));
                }
            }
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            env.log("caught ", e, e.getSuppressed().length);
        }
        return Coroutine.of("went on " + await(env.async(way)));
    }

    /** Without any try around or in the loop. */
    @Async
    static Coroutine<Integer> bare(Env env, int way, boolean bad) {
        int sum = 0;
        for (int a : each(source(env, way == 8 ? "fails" : "bare", 4, bad))) {
            if (way == 0 && a > 1) {
                break;
            }
            if (way == 1 && a % 2 == 0) {
                continue;
            }
            if (way == 2 && a == 2) {
                return Coroutine.of(value(env, a));
            }
            if (way == 3) {
                throw new IllegalArgumentException("in the body");
            }
            if (way == 9 && (a == 2 || a == await(env.async(3)))) {
                break;
            }
            sum += a;
        }
        return Coroutine.of(sum);
    }

    @Async
    static AsyncIterator<Integer> forever(Env env) {
        try {
            for (int i = 0; ; i++) {
                emit(i);
            }
        } finally {
            env.log("closed ", await(env.async("forever")));
        }
    }

    @Async
    static Coroutine<Integer> endless(Env env) {
        int n = 0;
        while (true) {
            for (int a : each(forever(env))) {
                n += a;
                if (n > 5) {
                    return Coroutine.of(n);
                }
                if (a == 2) {
                    break;
                }
            }
        }
    }

    /** A loop in a finally block, which is copied for each way into it, and one in a catch clause. */
    @Async
    static Coroutine<String> guarded(Env env) {
        String text = "";
        for (int way = 0; way < 4; way++) {
            try {
                if (way == 1) {
                    continue;
                }
                if (way == 2) {
                    throw new IllegalStateException("way");
                }
                if (way == 3) {
                    break;
                }
                text += "t";
            } catch (IllegalStateException e) {
                for (int a : each(source(env, "catch", 2, false))) {
                    text += e.getMessage() + a;
                    if (a == 0) {
                        break;
                    }
                }
            } finally {
                for (int a : each(source(env, "finally" + way, 3, false))) {
                    text += "f" + a + way;
                    if (a == 1) {
                        break;
                    }
                }
            }
        }
        return Coroutine.of(text);
    }

    @Async
    static Coroutine<Object> wide(Env env, long a, double b) {
        long sum = a;
        for (long c = 0; c < 2; c++) {
            double d = b * c;
            for (Integer x : each(source(env, "wide", 3, false))) {
                long product = x * a + await(env.async(c));
                if (product > 10) {
                    double e = d + await(env.async(1.5));
                    sum += (long) e;
                    break;
                }
                sum += product;
            }
            b += d;
        }
        return Coroutine.of((Object) (sum + " " + b));
    }

    @Async
    static Coroutine<Void> nothing(Env env, int n) {
        for (int x : each(source(env, "nothing", 3, false))) {
            if (x == n) {
                return Coroutine.done();
            }
        }
        env.log("nothing left it");
        return Coroutine.done();
    }
}
