package org.asyncjava.transformer.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

class MethodCopiesTest {
    private static final String SOURCE = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            abstract class Sample {
                @Deprecated <T extends Exception> String first(@SuppressWarnings("all") int times, T failure) throws T {
                    if (times < 0) {
                        throw failure;
                    }
                    try {
                        return "first".repeat(times) + failure;
                    } catch (OutOfMemoryError tooOften) {
                        return switch (times) { case 1 -> "a"; case 1000 -> "b"; default -> "c"; };
                    }
                }
                abstract int second(long number);
                @Async CompletableFuture<Integer> run(CompletableFuture<Integer> f) {
                    return CompletableFuture.completedFuture(await(f));
                }
                Runnable third(int number) {
                    return () -> System.out.println(number);
                }
                @Async CompletableFuture<Integer> last(CompletableFuture<Integer> f) {
                    return CompletableFuture.completedFuture(await(f) + 1);
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void whatIsNotAsyncStaysAsItWasAndWhereItWas() {
        byte[] original = Compilation.of(directory.resolve("classes"), "Sample", SOURCE, "-g", "-parameters").classFile("Sample");
        byte[] written = transformed(original);
        Map<String, String> before = listings(original);
        Map<String, String> after = listings(written);
        assertThat(after.keySet().stream().filter(before::containsKey)).containsExactlyElementsOf(before.keySet());
        assertThat(List.copyOf(after.keySet())).element(List.copyOf(before.keySet()).indexOf("second(J)I") + 2).asString().startsWith("run(LSample$run$Async1;");
        before.keySet().removeIf(method -> method.startsWith("run(") || method.startsWith("last("));
        assertThat(after).hasSize(before.size() + 4).containsAllEntriesOf(before);
    }

    private static byte[] transformed(byte[] classFile) {
        try (ClassPath classPath = ClassPath.of(List.of(Compilation.ANNOTATIONS))) {
            return new AsyncTransformer(classPath, TransformerOptions.defaults()).transform(classFile).classFile();
        }
    }

    /** Each method with its attributes and its code as text, by name and descriptor. */
    private static Map<String, String> listings(byte[] classFile) {
        Map<String, String> listings = new LinkedHashMap<>();
        new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                Textifier text = new Textifier(Opcodes.ASM9) {
                    @Override
                    public void visitMethodEnd() {
                        StringWriter listing = new StringWriter();
                        print(new PrintWriter(listing, true));
                        listings.put(name + descriptor, access + " " + signature + " " + String.join(",", exceptions == null ? new String[0] : exceptions) + listing);
                    }
                };
                return new TraceMethodVisitor(text);
            }
        }, 0);
        return listings;
    }
}
