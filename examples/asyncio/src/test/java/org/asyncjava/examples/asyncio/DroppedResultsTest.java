package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs {@link DroppedResults} in JVMs of their own, since debug mode is the whole JVM's. */
class DroppedResultsTest {
    private static List<String> reportsOf(String... arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(Stream.of(java, "-cp", System.getProperty("java.class.path")), Stream.of(arguments)).toList();
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).as(output).isZero();
        return output.lines().filter(line -> line.contains("never retrieved")).toList();
    }

    @Test
    void aFailureWhoseFutureWasDroppedIsReportedOnce() throws Exception {
        assertThat(reportsOf("-Dasyncjava.debug=true", DroppedResults.class.getName(), "dropped")).hasSize(2)
                .anyMatch(line -> line.contains("exception of DroppedResults.total() was never retrieved"))
                .anyMatch(line -> line.contains("exception of a method was never retrieved"));
    }

    @Test
    void whatIsLeftWhenTheJvmEndsIsReportedToo() throws Exception {
        assertThat(reportsOf("-Dasyncjava.debug=true", DroppedResults.class.getName(), "kept")).singleElement().asString().contains("total()");
    }

    @Test
    void whatSomebodyHasAskedForIsNot() throws Exception {
        assertThat(reportsOf("-Dasyncjava.debug=true", DroppedResults.class.getName(), "asked")).isEmpty();
    }

    @Test
    void withoutDebugModeNothingIsReported() throws Exception {
        assertThat(reportsOf(DroppedResults.class.getName(), "kept")).isEmpty();
    }
}
