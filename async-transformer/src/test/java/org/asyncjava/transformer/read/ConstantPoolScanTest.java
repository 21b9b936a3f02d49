package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantPoolScanTest {
    private static final String SOURCE = """
            import org.asyncjava.Async;
            import java.util.concurrent.CompletableFuture;
            class Marked {
                static final long WIDE = 1L << 40;
                static final double REAL = 1e100;
                static double sum(long wide) { return wide + 123456789012345L + 2.5e77; }
                @Async CompletableFuture<String> method() { return null; }
            }
            class Awaiting {
                Object method(CompletableFuture<String> source) { return org.asyncjava.Await.await(source); }
            }
            class Plain {
                static final String TEXT = "org/asyncjava/Async";
                static double sum(long wide) { return wide + 123456789012345L + 2.5e77; }
                Runnable handle() { return () -> { }; }
            }
            class Host {
                static class Member { }
            }
            """;

    @TempDir
    Path directory;
    private Compilation compilation;

    @BeforeEach
    void compile() {
        compilation = Compilation.of(directory.resolve("classes"), "Marked", SOURCE);
    }

    @Test
    void anAnnotatedMethodIsSeen() {
        assertThat(ConstantPoolScan.of(compilation.classFile("Marked")).mentionsAsync()).isTrue();
    }

    @Test
    void anAwaitIsSeen() {
        assertThat(ConstantPoolScan.of(compilation.classFile("Awaiting")).mentionsAsync()).isTrue();
    }

    @Test
    void aClassThatMentionsNeitherIsPassedOver() {
        assertThat(ConstantPoolScan.of(compilation.classFile("Plain")).mentionsAsync()).isFalse();
        assertThat(ConstantPoolScan.of(compilation.classFile("Plain")).mentionsMark()).isFalse();
    }

    @Test
    void theHostOfANestNeedsALookWithoutMentioningAnythingAsync() {
        byte[] host = compilation.classFile("Host");
        assertThat(ConstantPoolScan.of(host).mentionsAsync()).isFalse();
        assertThat(ConstantPoolScan.of(host).mentionsNest()).isTrue();
        assertThat(ConstantPoolScan.of(compilation.classFile("Host$Member")).mentionsNest()).isFalse();
    }

    @Test
    void whatIsNoClassFileIsNeverPassedOver() {
        assertThat(ConstantPoolScan.of(new byte[0]).mentionsAsync()).isTrue();
        assertThat(ConstantPoolScan.of("not a class file at all".getBytes(StandardCharsets.US_ASCII)).mentionsAsync()).isTrue();
    }

    @Test
    void aPoolThatIsCutOffIsNeverPassedOver() {
        byte[] plain = compilation.classFile("Plain");
        int poolEnd = new org.objectweb.asm.ClassReader(plain).header;
        for (int length = 0; length < poolEnd; length++) {
            assertThat(ConstantPoolScan.of(Arrays.copyOf(plain, length)).mentionsAsync()).as("cut at %d", length).isTrue();
        }
    }

    @Test
    void noBytesMakeTheScanThrow() {
        Random random = new Random(7);
        byte[] marked = compilation.classFile("Marked");
        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = marked.clone();
            for (int change = 0; change < 3; change++) {
                mutated[8 + random.nextInt(mutated.length - 8)] = (byte) random.nextInt();
            }
            assertThatCode(() -> ConstantPoolScan.of(mutated).mentionsNest()).doesNotThrowAnyException();
        }
    }
}
