package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The programs run on a hosted loop and on a strand, too: {@code tests.of.programs} in the POM. */
class EveryLoopTest {
    /** The tests that do not, and why. */
    private static final Map<Class<?>, String> LEFT_OUT = Map.of(
            EveryLoopTest.class, "this one",
            RunnerTest.class, "runs and closes loops itself",
            NeverAwaitedTest.class, "starts JVMs, in which a program runs on each kind of loop",
            NeverClosedTest.class, "starts JVMs, for what debug mode says when a loop is no more",
            DroppedResultsTest.class, "runs no loop",
            PageTest.class, "runs no loop",
            ExceptionGroupTest.class, "runs no loop");

    @Test
    void everyTestRunsOnAllOrSaysWhyItDoesNot() throws IOException {
        Stream<String> listed = Stream.of(System.getProperty("tests.of.programs").strip().split("\\s*,\\s*"));
        List<String> named = Stream.concat(listed, LEFT_OUT.keySet().stream().map(Class::getSimpleName)).toList();

        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/asyncjava/examples/asyncio"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))).containsExactlyInAnyOrderElementsOf(named);
        }
    }
}
