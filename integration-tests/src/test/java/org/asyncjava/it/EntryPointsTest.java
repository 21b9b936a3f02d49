package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.it.harness.Targets;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** What becomes of the class file of an entry point. What it does is in the targets. */
class EntryPointsTest {
    private static final int COLLECTIONS = 50;
    private static final String IMPORTS = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.AsyncEntry;
            import org.asyncjava.it.harness.Env;
            """;

    private static Build built(String name, String members) {
        return Build.of(Map.of(name + ".java", IMPORTS + "public class " + name + " {" + members + "}"), Dialect.of(17, "-g"));
    }

    /** 255 slots, with {@code this}. */
    @ParameterizedTest
    @ValueSource(strings = {"static double wide(Env env, ", "double wide(Wide this, Env env, "})
    void mayHaveAsManyParametersAsAMethodCan(String head) {
        int count = head.contains("this") ? 253 : 254;
        Build build = built("Wide", """
                public static CompletableFuture<Double> run(Env env) {
                    return CompletableFuture.completedFuture(%swide(env, %s));
                }
                @AsyncEntry
                %s%s) {
                    double sum = p0 + await(env.async(1));
                    sum += p%d * await(env.async(p7));
                    return sum + p9 + p%d;
                }
                """.formatted(head.contains("this") ? "new Wide()." : "", joined(count, "%d"), head, joined(count, "int p%d"), count - 1, count - 1));
        assertThat(new Program(build, "Wide").differencesOfEntries()).isEmpty();
    }

    private static String joined(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }

    @Test
    void itsMethodIsAsItWasForReflection() throws Exception {
        Build build = built("Seen", """
                @Deprecated
                @AsyncEntry
                protected final synchronized <T extends Comparable<T>> T[] described(T first, String... more) throws java.io.IOException, InterruptedException {
                    return null;
                }
                @AsyncEntry
                public static void main(String[] args) {
                    await(CompletableFuture.completedFuture(args));
                }
                """);
        for (String name : List.of("described", "main")) {
            Method written = method(ProgramLoader.of(build.compiled()), name);
            Method transformed = method(ProgramLoader.of(build.transformed()), name);
            assertThat(transformed.toGenericString()).isEqualTo(written.toGenericString());
            assertThat(transformed.getModifiers()).isEqualTo(written.getModifiers());
            assertThat(transformed.getAnnotations()).hasSameSizeAs(written.getAnnotations());
        }
    }

    private static Method method(ClassLoader loader, String name) throws ClassNotFoundException {
        return List.of(loader.loadClass("Seen").getDeclaredMethods()).stream()
                .filter(method -> method.getName().equals(name) && !method.getParameterTypes()[0].isSynthetic()).findFirst().orElseThrow();
    }

    @Test
    void whatIsGeneratedHasNoLinesAndIsMarked() {
        ClassNode node = new ClassNode();
        new ClassReader(Targets.in("entries").build(Flavour.COROUTINE, Dialect.of(17, "-g")).transformed().get("targets.EveryResult")).accept(node, 0);
        List<MethodNode> kickOffs = node.methods.stream().filter(method -> method.invisibleAnnotations != null).toList();
        assertThat(kickOffs).hasSizeGreaterThan(20).allSatisfy(method -> {
            assertThat(method.invisibleAnnotations).extracting(annotation -> annotation.desc)
                    .containsExactlyInAnyOrder("Lorg/asyncjava/AsyncEntry;", "Lorg/asyncjava/runtime/abi/Generated;");
            assertThat(StreamSupport.stream(method.instructions.spliterator(), false)).noneMatch(LineNumberNode.class::isInstance);
        });
    }

    @Test
    void isTransformedOnce() {
        Map<String, byte[]> classes = Targets.in("entries").build(Flavour.COROUTINE, Dialect.of(17, "-g")).transformed();
        try (ClassPath classPath = ClassPath.of(Build.classPath())) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults());
            assertThat(classes.values()).allSatisfy(bytes -> assertThat(transformer.transform(bytes).classFile()).isSameAs(bytes));
        }
    }

    @Test
    void anAnnotationThatIsNotThereMakesNoEntry() {
        Build build = built("Sure", "@interface Away { } @Away int plain() { return 1; }");
        try (ClassPath classPath = ClassPath.of(List.<Path>of())) {
            byte[] plain = build.compiled().get("Sure");
            assertThat(new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(plain).classFile()).isSameAs(plain);
        }
    }

    /** The call lasts as long as the body. */
    @Test
    void whatTheBodyHasDoneWithIsNotKept() throws Exception {
        Build build = built("Forgets", """
                public static void start(java.util.function.Supplier<Object> argument, org.asyncjava.Awaitable<?> operand) {
                    forget(argument.get(), operand);
                }
                @AsyncEntry
                static void forget(Object argument, org.asyncjava.Awaitable<?> operand) {
                    Object[] local = {argument};
                    local[0].hashCode();
                    await(operand);
                }
                """);
        Method start = ProgramLoader.of(build.transformed()).loadClass("Forgets").getMethod("start", Supplier.class, Awaitable.class);
        AtomicReference<WeakReference<Object>> argument = new AtomicReference<>();
        Supplier<Object> made = () -> {
            Object fresh = new Object();
            argument.set(new WeakReference<>(fresh));
            return fresh;
        };
        Suspended operand = new Suspended();
        FutureTask<Object> call = new FutureTask<>(() -> start.invoke(null, made, operand));
        new Thread(call).start();
        operand.awaited.acquire();
        try {
            for (int i = 0; i < COLLECTIONS && argument.get().get() != null; i++) {
                System.gc();
            }
            assertThat(argument.get().get()).isNull();
        } finally {
            operand.resumption.run();
            call.get();
        }
    }

    /** Tells when a body that awaits it has been suspended. */
    private static final class Suspended implements Awaitable<Object>, Awaiter<Object> {
        private final Semaphore awaited = new Semaphore(0);
        private volatile Runnable resumption;

        @Override
        public Awaiter<Object> awaiter() {
            return this;
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public Object result() {
            return null;
        }

        @Override
        public void onDone(Runnable whenDone) {
            resumption = whenDone;
            awaited.release();
        }

        @Override
        public boolean cancel() {
            return false;
        }
    }
}
