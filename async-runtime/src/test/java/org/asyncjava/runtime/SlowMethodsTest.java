package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs {@link SlowMethods} in JVMs of their own, since debug mode is the whole JVM's. */
class SlowMethodsTest {
    @Test
    void inDebugModeWhatBlocksIsReportedWhereverItRuns() throws Exception {
        assertThat(reportsOf("-Dasyncjava.debug=true")).hasSizeGreaterThanOrEqualTo(3) // more where the machine is slow
                .allMatch(line -> line.contains("Executing <method ") && line.contains(" seconds"));
    }

    @Test
    void withoutDebugModeNothingIsReported() throws Exception {
        assertThat(reportsOf("-Dasyncjava.debug=false")).isEmpty();
    }

    private static List<String> reportsOf(String option) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(option, "-cp", System.getProperty("java.class.path"), SlowMethods.class.getName()));
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).as(output).isZero();
        return output.lines().filter(line -> line.contains("Executing ")).toList();
    }
}
