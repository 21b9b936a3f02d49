package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Targets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops of millions of awaits in a JVM whose heap could not hold a trace of each. */
@DisplayName("HARD_CASES 59: flat heap")
class FlatHeapTest {
    private static final String AWAITS = "2000000";
    private static final String TAIL_CALLS = "1000000";

    @TempDir
    private Path directory;

    @Test
    void coroutinesRunLoopsInAFlatHeap() throws Exception {
        assertThat(output(Flavour.COROUTINE, AWAITS, TAIL_CALLS)).isEqualTo("flat");
    }

    @Test
    void hotMethodsRunLoopsInAFlatHeap() throws Exception {
        assertThat(output(Flavour.FUTURE, AWAITS, TAIL_CALLS)).isEqualTo("flat");
    }

    @Test
    void methodsWithTheProgramsOwnFutureRunLoopsInAFlatHeap() throws Exception {
        assertThat(output(Flavour.SUBCLASS, AWAITS, TAIL_CALLS)).isEqualTo("flat");
    }

    private String output(Flavour flavour, String... arguments) throws Exception {
        write(Targets.in("scale").build(flavour, Dialect.of(17, "-g")).transformed());
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m", "-Xss512k", "-XX:+UseSerialGC", "-cp", classPath(), "scale.FlatHeap"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return output;
    }

    private String classPath() {
        List<Path> entries = new ArrayList<>(Build.classPath());
        entries.add(directory);
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private void write(Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            Path file = directory.resolve(type.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, type.getValue());
        }
    }
}
