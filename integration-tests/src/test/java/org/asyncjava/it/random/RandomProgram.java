package org.asyncjava.it.random;

import java.util.List;
import java.util.Map;

/**
 * A generated program.
 *
 * @param seed what it was generated from
 * @param header the text up to the first method
 * @param methods the methods
 */
record RandomProgram(long seed, String header, List<Node> methods) {
    /** Classes that all programs use. */
    static final String PARTS = """
            package random;

            import static org.asyncjava.Await.await;

            import java.util.Iterator;
            import java.util.stream.Stream;
            import org.asyncjava.Async;
            import org.asyncjava.it.harness.Env;
            import org.asyncjava.runtime.AsyncCloseable;
            import org.asyncjava.runtime.AsyncIterable;
            import org.asyncjava.runtime.Coroutine;

            public class Parts {
                public enum Kind { A, B, C }

                public record Pair(Object left, int right) {
                }

                public static class Named {
                    final String name;

                    public Named(String name) {
                        this.name = name;
                    }

                    String kind() {
                        return "named";
                    }

                    @Override
                    public String toString() {
                        return kind() + " " + name;
                    }
                }

                @Async
                public static <X> Coroutine<X> echo(Env env, X value) {
                    X echoed = await(env.async(value));
                    return Coroutine.<X>of(await(env.chance(2) ? env.async(echoed) : env.async(value)));
                }

                @Async
                public static <X> Coroutine<X> through(Env env, Coroutine<X> call) {
                    return Coroutine.<X>of(await(call));
                }

                public interface AsyncCall<T> {
                    @Async
                    Coroutine<T> call(Env env, T argument);
                }

                public interface Source<T> {
                    @Async
                    AsyncIterable<T> from(Env env, T argument);
                }

                public static final class AsyncResource implements AsyncCloseable {
                    final Env env;
                    final String name;

                    public AsyncResource(Env env, String name) {
                        this.env = env;
                        this.name = name;
                    }

                    @Override @Async
                    public Coroutine<Void> closeAsync() {
                        env.log("closing ", await(env.async(name)));
                        if (env.chance(7)) {
                            await(env.fail(new IllegalStateException("closing")));
                        }
                        return Coroutine.done(); // cold
                    }
                }

                /** Ends a generator before it has ended by itself. */
                public static void close(Iterator<?> generator) {
                    try {
                        ((AutoCloseable) generator).close();
                    } catch (RuntimeException ofItsBody) {
                        throw ofItsBody;
                    } catch (Exception never) {
                        throw new AssertionError(never);
                    }
                }

                public static void drain(Env env, Stream<?> generated, int elements) {
                    try (Stream<?> stream = generated) {
                        Iterator<?> it = stream.iterator();
                        for (int i = 0; i < elements && env.fuel() && it.hasNext(); i++) {
                            env.log("streamed ", it.next());
                        }
                    }
                }

                public static final class Box {
                    final Object[] parts;

                    public Box(int a, long b, String c) {
                        parts = new Object[] {a, b, c};
                    }

                    public Box(double a, Object b) {
                        parts = new Object[] {a, b instanceof Object[] ? "array" : String.valueOf(b).length()};
                    }

                    public int sum() {
                        return java.util.Arrays.deepToString(parts).hashCode();
                    }

                    @Override
                    public String toString() {
                        return "box";
                    }
                }

                public static final class Resource implements AutoCloseable {
                    final Env env;
                    final String name;

                    public Resource(Env env, String name) {
                        this.env = env;
                        this.name = name;
                    }

                    @Override
                    public void close() {
                        env.log("close ", name);
                        if (env.chance(7)) {
                            throw new IllegalStateException("close");
                        }
                    }
                }

                /** Keeps texts short, in whatever loop they are put together. */
                public static String cut(String text) {
                    return text == null || text.length() < 40 ? text : text.substring(text.length() - 30);
                }

                public static int mix(int a, long b, String c, boolean d, double e) {
                    return a * 31 + (int) b + (c == null ? 7 : c.length()) + (d ? 1 : 0) + (int) e;
                }

                public static String join(Object a, char b, Object... more) {
                    return (a instanceof String ? a : "-") + "" + (b == 'a' ? 'a' : '?') + more.length;
                }
            }
            """;

    static String className(long seed) {
        return "P" + Long.toUnsignedString(seed);
    }

    String mainClass() {
        return "random." + className(seed);
    }

    /** The Java source, in the flavour of coroutines. */
    String source() {
        StringBuilder out = new StringBuilder(header);
        methods.forEach(method -> method.write(out, "    "));
        return out.append("}\n").toString();
    }

    /** What to compile: this program's text, by path. */
    Map<String, String> sources() {
        return Map.of("random/" + className(seed) + ".java", source());
    }

    RandomProgram with(List<Node> changed) {
        return new RandomProgram(seed, header, changed);
    }
}
