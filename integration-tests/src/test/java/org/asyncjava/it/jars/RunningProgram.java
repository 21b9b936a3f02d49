package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own that goes on while others look at it. */
final class RunningProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private RunningProgram(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs {@code java}; goes on when it has printed a line like that. */
    static RunningProgram start(String line, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        RunningProgram program = new RunningProgram(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
        assertThat(program.out.readLine()).matches(line);
        return program;
    }

    String id() {
        return Long.toString(process.pid());
    }

    /** What it answers to a line. */
    String say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return out.readLine();
    }

    /** All that it prints until it ends. */
    List<String> rest() {
        return out.lines().toList();
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
