package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/observing.md} shows what a program prints that fails, and what it prints if one wants to see all frames. */
class StackTracesPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "observing.md");

    private static String errorsWith(String internalFrames) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process jvm = new ProcessBuilder(java, "-Dasyncjava.internalFrames=" + internalFrames, "-cp", System.getProperty("java.class.path"), Basket.class.getName())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String errors = new String(jvm.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertThat(jvm.waitFor()).isOne();
        return errors;
    }

    @Test
    void theTraceIsThatOfTheProgramsCalls() throws IOException, InterruptedException {
        String trace = errorsWith("false");

        assertThat(trace.lines()).hasSize(5).allMatch(line -> !line.contains("$Async"));
        assertThat(Files.readString(PAGE)).as("the page shows as it is now:%n%s", trace).contains("```text\n" + trace + "```");
    }

    @Test
    void theOtherFramesAreKeptOnRequest() throws IOException, InterruptedException {
        assertThat(errorsWith("true").lines().map(line -> line.replaceAll("\\(.*", "").strip())).contains(
                "at org.asyncjava.examples.observing.Basket$price$Async1.resume", "at org.asyncjava.runtime.Continuation.runOnDriver",
                "at async//org.asyncjava.examples.observing.Basket.total");
    }
}
