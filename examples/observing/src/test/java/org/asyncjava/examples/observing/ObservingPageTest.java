package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asyncjava.runtime.Runner;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.Test;

/** {@code docs/observing.md} shows what the programs print. */
class ObservingPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "observing.md");

    @Test
    void theDeadlockIsShownAsItIs() throws IOException {
        try (Runner runner = new Runner(TestLoop::withVirtualTime); Runner.Entries entries = runner.runEntries()) {
            String dump = Deadlock.run();

            assertThat(dump).startsWith("deadlock: Task-3 -> Task-4 -> Task-3\n");
            assertThat(withoutLines(Files.readString(PAGE))).as("the page shows as it is now:%n%s", dump).contains("```text\n" + withoutLines(dump) + "```");
        }
    }

    private static String withoutLines(String text) {
        return text.replaceAll("(\\.java:)\\d+", "$1").replaceAll("thread \"[^\"]*\"", "thread \"main\"").replaceAll("(?m)^    at .*\n", "");
    }
}
