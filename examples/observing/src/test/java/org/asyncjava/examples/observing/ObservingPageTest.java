package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.runtime.Runner;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;

/** {@code docs/observing.md} shows what the programs print. */
class ObservingPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "observing.md");
    private static final String DEBUG = "-Dasyncjava.debug=true";

    @Test
    void theDeadlockIsShownAsItIs() throws IOException {
        try (Runner runner = new Runner(TestLoop::withVirtualTime); Runner.Entries entries = runner.runEntries()) {
            String dump = Deadlock.run();

            assertThat(dump).startsWith("deadlock: Task-3 -> Task-4 -> Task-3\n");
            assertIsOnPage(dump);
        }
    }

    @Test
    void inDebugModeTheDeadlockIsReportedOnce() throws IOException, InterruptedException {
        String output = withoutSlowSteps(outputOf(Deadlock.class, DEBUG));
        String report = output.substring(0, output.indexOf("\n\nloop 1 on thread"));

        assertThat(output).containsOnlyOnce("SEVERE: deadlock: ");
        assertIsOnPage(report.substring(0, report.lastIndexOf("\ndeadlock: ")) + "\n");
    }

    @Test
    void soItIsByASwitchOfItsOwn() throws IOException, InterruptedException {
        assertThat(outputOf(Deadlock.class, "-Dasyncjava.deadlocks=true")).contains("SEVERE: deadlock: Task-3 -> Task-4 -> Task-3\n");
        assertThat(outputOf(Deadlock.class, "-Dasyncjava.deadlocks=false")).doesNotContain("SEVERE");
    }

    @Test
    void theTraceOfAFailureIsShownAsItIs() throws IOException, InterruptedException {
        String trace = outputOf(Failure.class, "-Dasyncjava.debug=false");

        assertIsOnPage(trace.substring(0, trace.indexOf('\n', trace.lastIndexOf("async//")) + 1));
    }

    @Test
    void theSlowCallbackIsShownAsItIs() throws IOException, InterruptedException {
        assertIsOnPage(outputOf(SlowCallback.class, DEBUG));
    }

    @Test
    void theForgottenTaskIsShownAsItIs() throws IOException, InterruptedException {
        assertIsOnPage(withoutSlowSteps(outputOf(ForgottenTask.class, DEBUG)));
    }

    @Test
    void theStalledLoopIsShownAsItIs() throws IOException, InterruptedException {
        assertIsOnPage(outputOf(StalledLoop.class, "-Dasyncjava.debug=false"));
    }

    @Test
    void theLostAnswerIsShownAsItIs() throws IOException, InterruptedException {
        assertIsOnPage(withoutSlowSteps(outputOf(LostAnswer.class, DEBUG)));
    }

    private static void assertIsOnPage(String output) throws IOException {
        assertThat(normal(Files.readString(PAGE))).as("the page shows as it is now:%n%s", output).contains("```text\n" + normal(output) + "```");
    }

    /** What is slow because the machine is. */
    private static String withoutSlowSteps(String output) {
        return output.replaceAll("(?m)^WARNING: Executing .*\n", "");
    }

    /** Without what is another one each time, or on another JDK. */
    private static String normal(String text) {
        return text.replaceAll("(\\.java:)\\d+", "$1").replaceAll("thread \"ForkJoin[^\"]*\"|thread \"Test[^\"]*\"", "thread \"main\"")
                .replaceAll("(?m)^[ \t]+at (java|jdk)\\..*\n", "").replaceAll("PT[0-9.]+S", "PT1S").replaceAll("\\d+\\.\\d{3} seconds", "0.3 seconds")
                .replaceAll("@[0-9a-f]{3,}", "@1f");
    }

    private static String outputOf(Class<?> program, String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(option, "-Djava.util.logging.SimpleFormatter.format=%4$s: %5$s%n", "-cp", System.getProperty("java.class.path"), program.getName()));
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jvm.waitFor();
        return output;
    }
}
