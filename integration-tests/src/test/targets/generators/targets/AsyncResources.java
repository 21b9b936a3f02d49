package targets;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import org.asyncjava.Async;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.AsyncCloseable;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** Resources that are closed by awaiting: order, returns, failures of the body, of closing and of both, null, in generators and loops. */
public class AsyncResources {
    static class Resource implements AsyncCloseable {
        final Env env;
        final String name;

        Resource(Env env, String name) {
            this.env = env;
            this.name = name;
            env.log("open ", name);
        }

        @Async
        @Override
        public Coroutine<Void> closeAsync() {
            env.log("closing ", await(env.async(name)));
            if (name.startsWith("bad")) {
                await(env.fail(new UnsupportedOperationException("closing " + name)));
            }
            return Coroutine.done(); // cold
        }
    }

    static final class Narrow extends Resource {
        Narrow(Env env, String name) {
            super(env, name);
        }
    }

    interface Work {
        @Async
        Coroutine<String> run(String name);
    }

    /** Nothing in its class file is async but what its lambdas close. */
    static final class Lambdas {
        static Work closing(Env env) {
            return name -> {
                try (Resource r = new Resource(env, name)) {
                    env.log("in ", r.name);
                }
                return Coroutine.of("closed " + name);
            };
        }

        static Work byHand(Env env) {
            return name -> {
                Resource r = new Resource(env, name);
                r.close();
                return Coroutine.of("closed " + name);
            };
        }
    }

    @Async
    public static Coroutine<String> run(Env env) {
        for (int way = 0; way < 8; way++) {
            try {
                env.log("way ", way, " ", await(used(env, way)));
            } catch (RuntimeException e) {
                env.log("threw ", e);
                for (Throwable suppressed : e.getSuppressed()) {
                    env.log("suppressed ", suppressed);
                }
            }
            try {
                AsyncIterator<Object> it = generator(env, way % 4).iterator();
                try (AsyncIterator<Object> closed = it) {
                    for (int i = 0; i < way / 2 && await(closed.advance()); i++) {
                        env.log("element ", closed.current());
                    }
                }
                env.log(await(it.advance()));
            } catch (RuntimeException e) {
                env.log("threw ", e, e.getSuppressed().length);
            }
        }
        env.log(await(loops(env)));
        await(byHand(env));
        await(lambdas(env));
        return Coroutine.of("end");
    }

    @Async
    static Coroutine<String> used(Env env, int way) {
        try (Resource a = new Resource(env, way > 3 ? "bad a" : "a");
                Narrow b = await(env.async(new Narrow(env, "b" + way))); Resource none = null) {
            if (way % 4 == 1) {
                throw new IllegalArgumentException("body");
            }
            if (way % 4 == 2) {
                return Coroutine.of(await(env.async("returned")) + a.name + b.name);
            }
            if (way % 4 == 3) {
                try (Resource inner = new Resource(env, "inner")) {
                    env.log(inner.name, none);
                } finally {
                    env.log("inner finally");
                }
            }
        } catch (IllegalArgumentException e) {
            env.log("caught ", e, e.getSuppressed().length, await(env.async("")));
            throw e;
        } finally {
            env.log("finally ", await(env.async(way)));
        }
        return Coroutine.of("behind");
    }

    @Async
    static AsyncIterable<Object> generator(Env env, int way) {
        try (Resource a = await(env.async(new Resource(env, "of a generator"))); Resource b = new Resource(env, way > 1 ? "bad" : "good")) {
            emit(a.name);
            emit(await(env.async(b.name)));
            if (way % 2 == 1) {
                throw new IllegalArgumentException("body");
            }
        }
        emit("closed");
        return end();
    }

    @Async
    static Coroutine<String> loops(Env env) {
        String text = "";
        outer:
        for (int way = 0; way < 4; way++) {
            try (Resource r = new Resource(env, "loop" + way)) {
                for (Object x : each(generator(env, 0))) {
                    text += x;
                    switch (way) {
                        case 0:
                            break;
                        case 1:
                            continue outer;
                        case 2:
                            break outer;
                        default:
                            return Coroutine.of(text);
                    }
                }
                text += r.name;
            }
        }
        return Coroutine.of(text + "!");
    }

    @Async
    static Coroutine<Void> lambdas(Env env) {
        Work here = name -> {
            try (Resource r = new Resource(env, name)) {
                return Coroutine.of("in " + r.name);
            }
        };
        env.log(await(here.run("a lambda")), await(Lambdas.closing(env).run("another")), await(Lambdas.byHand(env).run("a third")));
        try {
            env.log(await(Lambdas.closing(env).run("bad lambda")));
        } catch (UnsupportedOperationException e) {
            env.log("threw ", e);
        }
        return Coroutine.done();
    }

    @Async
    static Coroutine<Void> byHand(Env env) {
        Resource r = new Resource(env, "by hand");
        r.close();
        AsyncCloseable general = new Resource(env, "general");
        general.close();
        AutoCloseable plain = () -> env.log("plain");
        try (AutoCloseable same = plain) {
            env.log("in ", await(env.async("plain")));
        } catch (Exception e) {
            env.log("never ", e);
        }
        return Coroutine.done();
    }
}
