package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs {@link ForgottenGenerators} in JVMs of their own, since debug mode is the whole JVM's. */
class NeverClosedTest {
    private static List<String> reportsOf(String program, int expected) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process jvm = new ProcessBuilder(java, "-Dasyncjava.debug=true", "-cp", System.getProperty("java.class.path"), ForgottenGenerators.class.getName(),
                program).redirectErrorStream(true).start();
        CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES).execute(jvm::destroyForcibly); // so that a report that is missing is no test that hangs
        List<String> reports = new ArrayList<>();
        try (OutputStream end = jvm.getOutputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = reports.size() < expected ? lines.readLine() : null) {
                if (line.contains("never closed")) {
                    reports.add(line);
                }
            }
        }
        assertThat(jvm.waitFor()).isZero();
        return reports;
    }

    @Test
    void oneThatHadSomethingToCloseIsReportedWithThePlaceWhereItWasBegun() throws Exception {
        assertThat(reportsOf("abandoned", 3)).hasSize(3).anyMatch(line -> line.contains("ForgottenGenerators.last'"))
                .anyMatch(line -> line.matches(".*asynchronous generator 'ForgottenGenerators\\.guarded' was never closed, "
                        + "begun at .*ForgottenGenerators\\.abandon\\(ForgottenGenerators\\.java:\\d+\\)"))
                .anyMatch(line -> line.matches(".*asynchronous generator 'ForgottenGenerators\\.guardedIterator' was never closed, "
                        + "begun at .*ForgottenGenerators\\.abandon\\(ForgottenGenerators\\.java:\\d+\\)"));
    }

    @Test
    void whatHasNothingToCloseOrWasClosedIsNot() throws Exception {
        assertThat(reportsOf("closed", 1)).singleElement().asString().contains("ForgottenGenerators.last'");
    }
}
