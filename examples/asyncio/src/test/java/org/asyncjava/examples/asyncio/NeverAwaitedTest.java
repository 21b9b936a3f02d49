package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs {@link ForgottenCoroutines} in JVMs of their own, since debug mode is the whole JVM's. */
class NeverAwaitedTest { // HARD_CASES 75
    private static List<String> outputOf(String... arguments) throws Exception {
        Process jvm = new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).as(output).isZero();
        return output.lines().filter(line -> line.contains("never awaited")).toList();
    }

    private static List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java, "-cp", System.getProperty("java.class.path")), Stream.of(arguments)).toList();
    }

    @Test
    void aCoroutineThatIsDroppedIsReportedWithThePlaceWhereItWasMade() throws Exception {
        assertThat(outputOf("-Dasyncjava.debug=true", ForgottenCoroutines.class.getName(), "collected")).hasSize(2)
                .anyMatch(line -> line.matches(".*coroutine 'ForgottenCoroutines\\.greet' was never awaited, "
                        + "created at .*ForgottenCoroutines\\.forget\\(ForgottenCoroutines\\.java:\\d+\\)"))
                .anyMatch(line -> line.matches(".*coroutine 'Coroutines\\.sleep' was never awaited, "
                        + "created at .*ForgottenCoroutines\\.forget\\(ForgottenCoroutines\\.java:\\d+\\)"));
    }

    @Test
    void whatIsLeftWhenTheJvmEndsIsReportedToo() throws Exception {
        assertThat(outputOf("-Dasyncjava.debug=true", ForgottenCoroutines.class.getName(), "kept")).hasSize(2);
    }

    @Test
    void awaitedOrHandedToATaskItIsNotReported() throws Exception {
        assertThat(outputOf("-Dasyncjava.debug=true", ForgottenCoroutines.class.getName(), "awaited")).isEmpty();
    }

    @Test
    void withoutDebugModeNothingIsReported() throws Exception {
        assertThat(outputOf(ForgottenCoroutines.class.getName(), "kept")).isEmpty();
    }
}
