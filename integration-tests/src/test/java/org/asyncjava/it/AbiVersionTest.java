package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.ProgramLoader;
import org.asyncjava.runtime.abi.Abi;
import org.asyncjava.runtime.abi.Transformed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

@DisplayName("a class that was transformed for an ABI that the runtime does not run")
class AbiVersionTest {
    private static final String SOURCE = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.*;
            import org.asyncjava.Async;
            import org.asyncjava.runtime.Coroutine;
            public class Shop {
                public static int ran;
                @Async public static CompletableFuture<String> hot(CompletableFuture<String> f) {
                    ran++;
                    return CompletableFuture.completedFuture(await(f));
                }
                @Async public static Own<String> own(CompletableFuture<String> f) {
                    ran++;
                    return Own.of(await(f));
                }
                @Async public static Coroutine<String> cold(CompletableFuture<String> f) {
                    ran++;
                    return Coroutine.of(await(f));
                }
                public static class Own<T> extends CompletableFuture<T> {
                    public Own() { }
                    static <T> Own<T> of(T value) { Own<T> own = new Own<>(); own.complete(value); return own; }
                }
                public static class Member {
                    @Async public static CompletableFuture<String> word(CompletableFuture<String> f) {
                        return CompletableFuture.completedFuture(await(f));
                    }
                }
            }
            """;

    private static Class<?> loaded(String name, int version) throws ClassNotFoundException {
        Map<String, byte[]> classes = new LinkedHashMap<>(Build.of(Map.of("Shop.java", SOURCE), Dialect.of(17)).transformed());
        classes.computeIfPresent(name, (same, bytes) -> markedWith(version, bytes));
        return ProgramLoader.of(classes).loadClass(name);
    }

    private static byte[] markedWith(int version, byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                AnnotationVisitor mark = super.visitAnnotation(descriptor, visible);
                return !descriptor.equals(Type.getDescriptor(Transformed.class)) ? mark : new AnnotationVisitor(Opcodes.ASM9, mark) {
                    @Override
                    public void visit(String name, Object value) {
                        super.visit(name, version);
                    }
                };
            }
        }, 0);
        return writer.toByteArray();
    }

    private static Object call(Class<?> type, String method) throws ReflectiveOperationException {
        return type.getMethod(method, CompletableFuture.class).invoke(null, CompletableFuture.completedFuture("done"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hot", "own"})
    void aHotMethodFailsAtItsFirstCallAlsoIfItWouldNotSuspend(String method) throws ReflectiveOperationException {
        Class<?> shop = loaded("Shop", Abi.VERSION + 1);
        CompletableFuture<?> result = (CompletableFuture<?>) call(shop, method);
        assertThatThrownBy(result::join).isInstanceOf(CompletionException.class).cause().isInstanceOf(LinkageError.class)
                .hasMessageContaining("Shop was transformed for version " + (Abi.VERSION + 1) + " of the generated-code ABI")
                .hasMessageContaining("Use a newer async-runtime");
        assertThat(shop.getField("ran").getInt(null)).as("nothing of the body has run").isZero();
    }

    @Test
    void aColdMethodFailsAtItsFirstCall() throws ReflectiveOperationException {
        Class<?> shop = loaded("Shop", Abi.OLDEST - 1);
        assertThatThrownBy(() -> call(shop, "cold")).cause().isInstanceOf(LinkageError.class)
                .hasMessageContaining("Shop was transformed for version 0 of the generated-code ABI")
                .hasMessageContaining("Transform the class again with a newer transformer");
    }

    @Test
    void classesOfTheSameProgramThatFitRun() throws ReflectiveOperationException {
        Class<?> shop = loaded("Shop", Abi.VERSION + 1);
        Class<?> member = shop.getClassLoader().loadClass("Shop$Member");
        assertThat(((CompletableFuture<?>) call(member, "word")).join()).isEqualTo("done");
        Class<?> fitting = loaded("Shop", Abi.VERSION);
        assertThat(((CompletableFuture<?>) call(fitting, "hot")).join()).isEqualTo("done");
        assertThat(((CompletableFuture<?>) call(fitting, "own")).join()).isEqualTo("done");
    }
}
