package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in a process of its own, measured by the shell: its CPU time is known only to who waits for it.
 *
 * @param words program and arguments
 */
record Command(List<String> words) {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    /** A program of this JDK, such as {@code java} or {@code javac}. */
    static Command of(String tool, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(HOME.resolve("bin").resolve(tool).toString()));
        words.addAll(arguments);
        return new Command(List.copyOf(words));
    }

    /** A main program of this module in a new JVM. */
    static Command ofMain(Class<?> main, List<String> jvmOptions, List<String> arguments) {
        List<String> all = new ArrayList<>(jvmOptions);
        all.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        all.addAll(arguments);
        return of("java", all);
    }

    /**
     * Runs it.
     *
     * @return what it cost
     * @throws IOException if it ends with an error; its output is in the message
     */
    Cost run() throws IOException {
        Path output = Files.createTempFile("measured", ".txt");
        List<String> timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >'" + output + "' 2>&1", "measured"));
        timed.addAll(words);
        try {
            Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
            String[] seconds = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim().split("\\s+");
            if (process.waitFor() != 0) {
                throw new IOException(words + " failed:\n" + Files.readString(output));
            }
            return new Cost(1000 * (Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2])), 1000 * Double.parseDouble(seconds[0]));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            Files.delete(output);
        }
    }

    /**
     * Runs it for what it prints.
     *
     * @return its lines
     * @throws IOException if it ends with an error; its output is in the message
     */
    List<String> lines() throws IOException {
        try {
            Process process = new ProcessBuilder(words).redirectError(Redirect.INHERIT).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(words + " failed:\n" + text);
            }
            return text.lines().toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
