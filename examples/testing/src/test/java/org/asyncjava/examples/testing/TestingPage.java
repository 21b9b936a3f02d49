package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** {@code docs/testing.md}. */
final class TestingPage {
    private static final Path PAGE = Path.of("..", "..", "docs", "testing.md");
    private static final Pattern PROGRAM = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern FAILURE = Pattern.compile("(?s)```text\n(.*?)```");

    private TestingPage() {
    }

    /** Its programs about orders and cancellation. */
    static List<String> programs() {
        return blocks(PROGRAM, read(PAGE).replaceFirst("(?s)^.*\n(?=## Other orders)", "").replaceFirst("(?s)\n## Calls that block.*", ""));
    }

    private static List<String> blocks(Pattern kind, String text) {
        return kind.matcher(text).results().map(block -> block.group(1)).toList();
    }

    /** Requires that it shows a failure; lines have moved since then. */
    static void shows(String failure) {
        assertThat(blocks(FAILURE, withoutLines(read(PAGE)))).as("the page shows as it is now:%n%s", failure).contains(withoutLines(failure));
    }

    private static String withoutLines(String text) {
        return text.replaceAll("(\\.java:)\\d+", "$1");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the one test of a class fails with. */
    static String failureOf(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute().allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow().getMessage()).findFirst().orElseThrow();
    }
}
