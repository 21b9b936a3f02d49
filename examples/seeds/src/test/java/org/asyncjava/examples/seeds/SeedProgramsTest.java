package org.asyncjava.examples.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program prints what its original printed under CPython 3.11.
 *
 * <p>Awaited sleeps take virtual time: the originals sleep for nearly a minute in all.
 */
class SeedProgramsTest {
    static Stream<Arguments> programs() {
        return Stream.of(
                program("01-sync-blocking", SyncBlocking.class),
                program("04-run-hello", RunHello.class),
                program("05-await-foo", AwaitFoo.class),
                program("06-task-not-awaited", TaskNotAwaited.class),
                program("07-task-awaited", TaskAwaited.class),
                program("08-fetch-and-numbers.exact-clock", FetchAndNumbers.class),
                program("09-print-task", PrintTask.class),
                program("11-my-coroutine", MyCoroutine.class),
                program("12-sync-vs-async-sleep", SyncVersusAsyncSleep.class),
                program("13-new-event-loop", NewEventLoop.class),
                program("14-gather-two", GatherTwo.class),
                program("15-future-set-result", FutureAsBox.class),
                program("16-run-returns", RunReturns.class),
                program("17-http-gather-standin", HttpGather.class),
                program("18-sum-numbers-sync", SumNumbers.class),
                program("19-definition-only", DefinitionOnly.class),
                program("20-gather-hello", GatherHello.class),
                program("23-create-task-order", CreateTaskOrder.class),
                program("24-await-created-task", AwaitCreatedTask.class),
                program("25-say-after-tasks", SayAfterTasks.class),
                program("26-say-after-sequential", SayAfterSequential.class),
                program("27-fib-sync", FibonacciBlocking.class),
                program("28-fib-async", FibonacciTasks.class),
                program("29-fib-async-nonblocking", FibonacciOverlapping.class),
                program("30-stub-coroutine", StubCoroutine.class),
                program("32-run-hey-ash", RunHeyAsh.class),
                program("33-nested-await-10", NestedAwaitTen.class),
                program("34-nested-await-5", NestedAwaitFive.class),
                program("35-task-not-awaited", NumbersNotAwaited.class),
                program("36-task-awaited", NumbersAwaited.class),
                program("37-sleep5-vs-numbers", SleepAgainstNumbers.class),
                program("38-task2-is-long", NotifiedTask.class));
    }

    private static Arguments program(String golden, Class<?> program) {
        return arguments(golden, program);
    }

    // HARD_CASES 72
    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void printsWhatItsOriginalPrinted(String golden, Class<?> program) throws Exception {
        assertThat(GoldenText.masked(MainMethod.outputOf(program))).isEqualTo(GoldenText.of(golden));
    }

    @Test
    void everyOriginalHasItsProgram() throws IOException {
        List<String> compared = programs().map(program -> program.get()[0].toString()).toList();

        try (Stream<Path> goldens = Files.list(Path.of("src/test/resources/org/asyncjava/examples/seeds"))) {
            assertThat(goldens.filter(Files::isRegularFile).map(file -> file.getFileName().toString().replace(".out", "")).toList())
                    .containsExactlyInAnyOrderElementsOf(with(compared, "08-fetch-and-numbers"));
        }
    }

    private static List<String> with(List<String> names, String another) {
        return Stream.concat(names.stream(), Stream.of(another)).toList();
    }
}
