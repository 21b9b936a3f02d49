package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** Which classes are looked at though they name none of our annotations and markers. */
class AsyncClassTest {
    private static final String SOURCE = """
            import java.util.Scanner;
            import org.asyncjava.AsyncEntry;
            import org.asyncjava.runtime.AsyncCloseable;
            import org.asyncjava.runtime.Coroutine;
            class Closing {
                Runnable work(Resource resource) { return () -> { try (Resource same = resource) { } }; }
            }
            class Resource implements AsyncCloseable {
                public Coroutine<Void> closeAsync() { return null; }
            }
            class OtherLambda {
                Runnable work(Scanner resource) { return () -> { try (Scanner same = resource) { } }; }
            }
            class NoLambda {
                void work(Resource resource) { resource.close(); }
            }
            class LambdaBeside {
                Runnable work(Resource resource) { resource.close(); return () -> { }; }
            }
            @interface Job { }
            @AsyncEntry @interface Entry { }
            class Entering {
                @Entry void work() { }
            }
            class Marked {
                @Deprecated @Job void work() { }
            }
            """;

    @TempDir
    Path directory;
    private Compilation compilation;

    @BeforeEach
    void compile() {
        compilation = Compilation.of(directory.resolve("classes"), "Closing", SOURCE, "-sourcepath", "src/test/goldens/stubs");
    }

    private boolean mayBe(String name) {
        return mayBe(compilation.classFile(name));
    }

    private boolean mayBe(byte[] classFile) {
        try (ClassPath classPath = ClassPath.of(List.of(directory.resolve("classes")))) {
            return AsyncClass.mayBe(classFile, classPath);
        }
    }

    @Test
    void aLambdaThatClosesByAwaitingIsSeen() {
        assertThat(mayBe("Closing")).isTrue();
    }

    @Test
    void aLambdaThatClosesSomethingElseIsPassedOver() {
        assertThat(mayBe("OtherLambda")).isFalse();
    }

    @Test
    void whatClosesOutsideOfLambdasIsPassedOver() {
        assertThat(mayBe("NoLambda")).isFalse();
        assertThat(mayBe("LambdaBeside")).isFalse();
    }

    @Test
    void anEntryPointByAnAnnotationOfTheProgramIsSeen() {
        assertThat(mayBe("Entering")).isTrue();
        assertThat(mayBe("Marked")).isFalse();
    }

    @Test
    void whatIsDamagedBehindThePoolIsPassedOver() {
        byte[] closing = compilation.classFile("Closing");
        byte[] cut = Arrays.copyOf(closing, new ClassReader(closing).header + 4);
        assertThat(mayBe(cut)).isFalse();
    }
}
