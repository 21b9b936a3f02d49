package targets;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;

import java.util.Iterator;
import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.it.harness.Env;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.Coroutine;

/** What a generator does when it is closed at each of its elements: finally blocks and resources run, catch clauses do not. */
public class ClosedGenerators {
    private static final int ELEMENTS = 12;

    @Async
    public static Coroutine<String> run(Env env) {
        for (int at = 0; at <= ELEMENTS; at++) {
            env.log("plain ", at);
            try {
                close(asked(env, plain(env).iterator(), at));
            } catch (RuntimeException e) {
                told(env, e);
            }
            env.log("async ", at);
            try {
                AsyncIterator<Object> it = async(env);
                for (int i = 0; i < at && await(it.advance()); i++) {
                    env.log("element ", it.current());
                }
                await(it.closeAsync());
                await(it.closeAsync());
                env.log(await(it.advance()));
            } catch (RuntimeException e) {
                told(env, e);
            }
        }
        return Coroutine.of("end");
    }

    private static void told(Env env, Throwable e) {
        env.log(e instanceof IllegalStateException && e.getMessage().contains("closed") ? "emitted" : e, e.getSuppressed().length);
    }

    private static Iterator<?> asked(Env env, Iterator<?> it, int elements) {
        for (int i = 0; i < elements && it.hasNext(); i++) {
            env.log("element ", it.next());
        }
        return it;
    }

    private static void close(Iterator<?> it) {
        try {
            ((AutoCloseable) it).close();
            ((AutoCloseable) it).close();
            if (it.hasNext()) {
                throw new AssertionError("goes on");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    static class Resource implements AutoCloseable {
        private final Env env;
        private final String name;

        Resource(Env env, String name) {
            this.env = env;
            this.name = name;
        }

        @Override
        public void close() {
            env.log("close ", name);
            if (name.startsWith("bad")) {
                throw new UnsupportedOperationException(name);
            }
        }
    }

    @Generator
    static Iterable<Object> plain(Env env) {
        int n = 0;
        try {
            emit(n++);
            try (Resource a = new Resource(env, "a"); Resource b = new Resource(env, "bad b")) {
                emit(n++);
                n += a.name.length() + b.name.length();
            } catch (UnsupportedOperationException e) {
                env.log("caught ", e);
                emit(n++);
            }
            try (Resource bad = new Resource(env, "bad 1"); Resource worse = new Resource(env, "bad 2")) {
                emit(n++);
                throw new IllegalArgumentException("mine");
            } catch (IllegalArgumentException e) {
                env.log("caught ", e, e.getSuppressed().length);
            }
            try {
                emit(n++);
            } catch (Throwable e) {
                env.log("not this ", e);
            } finally {
                env.log("finally ", n);
                emit("in finally");
            }
            try {
                try {
                    emit(n++);
                } catch (Error e) {
                    env.log("not this ", e);
                    throw new IllegalStateException(e);
                }
            } catch (Exception e) {
                env.log("nor this ", e);
            }
            for (;;) {
                try {
                    emit(n++);
                    break;
                } finally {
                    if (n > 0) {
                        env.log("returns");
                        return end();
                    }
                }
            }
        } finally {
            env.log("outermost ", n);
        }
        return end();
    }

    @Async
    static AsyncIterator<Object> async(Env env) {
        int n = 0;
        try {
            emit(n++);
            try (Resource a = new Resource(env, "a"); Resource b = await(env.async(new Resource(env, "bad b")))) {
                emit(n++);
                n += a.name.length() + await(env.async(b.name.length()));
            } catch (UnsupportedOperationException e) {
                env.log("caught ", e);
                emit(n++);
            }
            try {
                emit(n++);
            } catch (Throwable e) {
                env.log("not this ", await(env.async(n)));
            } finally {
                env.log("finally ", await(env.async(n)));
                emit("in finally");
            }
            try {
                emit(n++);
            } finally {
                if (await(env.async(n)) > 0) {
                    await(env.fail(new UnsupportedOperationException("met")));
                }
            }
        } catch (UnsupportedOperationException e) {
            env.log("caught outside ", e);
            emit("outside");
        } finally {
            env.log("outermost ", await(env.async(n)));
        }
        while (true) {
            try {
                emit("last");
            } finally {
                if (await(env.async(true))) {
                    break;
                }
            }
        }
        env.log("behind the loop");
        return end();
    }
}
