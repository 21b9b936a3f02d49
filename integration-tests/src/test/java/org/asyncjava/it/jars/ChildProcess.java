package org.asyncjava.it.jars;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a process did that has ended.
 *
 * @param exit its exit code
 * @param out the lines that it printed
 * @param err the lines on its error stream
 */
record ChildProcess(int exit, List<String> out, List<String> err) {
    private static final int SECONDS = 1_800;

    /** Runs a command with the running JDK first on its path. */
    static ChildProcess run(List<String> command, Map<String, String> variables) {
        try {
            Path out = Files.createTempFile("child", ".out");
            Path err = Files.createTempFile("child", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            String home = System.getProperty("java.home");
            builder.environment().put("JAVA_HOME", home);
            builder.environment().merge("PATH", home + File.separator + "bin", (path, bin) -> bin + File.pathSeparator + path);
            builder.environment().putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + SECONDS + " s: " + command);
            }
            ChildProcess result = new ChildProcess(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
