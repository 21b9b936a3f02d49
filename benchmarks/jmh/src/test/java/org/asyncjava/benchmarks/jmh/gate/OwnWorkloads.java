package org.asyncjava.benchmarks.jmh.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.jmh.Contenders;

/** This library's contenders, and the workloads that they run in a JVM of their own. */
final class OwnWorkloads {
    private OwnWorkloads() {
    }

    static List<String> contenders() {
        List<String> names = Contenders.names().stream().filter(name -> name.startsWith("ours-")).toList();
        assertThat(names).isNotEmpty();
        return names;
    }

    /** What the transformer has made of the contenders' package. */
    static List<Row> generatedCode() throws IOException, URISyntaxException {
        try (Contender ours = Contenders.open(contenders().get(0))) {
            Path classes = Path.of(ours.getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
            return GeneratedCode.of(classes, ours.getClass().getPackageName().replace('.', '/'));
        }
    }

    /**
     * Runs a program for all of them.
     *
     * @param program its main class
     * @param output receives what the JVM prints
     * @param options of the JVM
     * @return the lines
     */
    static List<String> run(Class<?> program, Path output, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(contenders());
        Files.createDirectories(output.toAbsolutePath().getParent());
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        List<String> lines = Files.readAllLines(output);
        assertThat(code).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
