package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every compiler finds the overload of a combinator that a program means, and infers what it results in. */
class CombinatorCallsTest {
    private static final String SOURCE = Path.of("src", "test", "calls", "CombinatorCalls.java").toAbsolutePath().toString();

    @TempDir
    Path directory;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void javacCompilesThem(Jdk jdk) {
        Jdk.Run compiled = jdk.javac(directory, "--release", "17", "-proc:none", "-cp", Workspace.CLASS_PATH, "-d", "classes", SOURCE);
        assertThat(compiled.output()).isEmpty();
        assertThat(compiled.code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void eclipsesCompilerCompilesThem(Jdk jdk) {
        Jdk.Run compiled = jdk.java(directory, "-jar", Javac.location(Main.class).toString(), "--release", "17", "-proc:none", "-nowarn", "-cp",
                Workspace.CLASS_PATH, "-d", "classes", SOURCE);
        assertThat(compiled.output()).isEmpty();
        assertThat(compiled.code()).isZero();
    }
}
