package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a process of its own, which the command line looks at. */
final class ObservedProgram implements AutoCloseable {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;

    private ObservedProgram(Process process) {
        this.process = process;
    }

    /** Goes on when the program has printed that line. */
    static ObservedProgram start(Class<?> program, String line) throws IOException {
        Process process = new ProcessBuilder(JAVA, "-cp", System.getProperty("java.class.path"), program.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo(line);
        return new ObservedProgram(process);
    }

    String id() {
        return Long.toString(process.pid());
    }

    /** What a command about this program prints, its number aside. */
    String asked(String command, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
                "-cp", System.getProperty("java.class.path"), "org.asyncjava.transformer.cli.Main", command, id()));
        arguments.addAll(List.of(options));
        Process asking = new ProcessBuilder(arguments).redirectErrorStream(true).start();
        String output = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asking.waitFor()).as(output).isZero();
        return output.replace(System.lineSeparator(), "\n");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
