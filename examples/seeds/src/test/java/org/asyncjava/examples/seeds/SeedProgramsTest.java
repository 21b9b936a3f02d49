package org.asyncjava.examples.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.runtime.TestLoop;
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
    /** A {@code main} method. */
    private interface Program {
        void main(String[] arguments) throws IOException;
    }

    static Stream<Arguments> programs() {
        return Stream.of(
                program("01-sync-blocking", SyncBlocking::main),
                program("04-run-hello", RunHello::main),
                program("05-await-foo", AwaitFoo::main),
                program("06-task-not-awaited", TaskNotAwaited::main),
                program("07-task-awaited", TaskAwaited::main),
                program("08-fetch-and-numbers.exact-clock", FetchAndNumbers::main),
                program("09-print-task", PrintTask::main),
                program("11-my-coroutine", MyCoroutine::main),
                program("12-sync-vs-async-sleep", SyncVersusAsyncSleep::main),
                program("13-new-event-loop", NewEventLoop::main),
                program("14-gather-two", GatherTwo::main),
                program("15-future-set-result", FutureAsBox::main),
                program("16-run-returns", RunReturns::main),
                program("17-http-gather-standin", HttpGather::main),
                program("18-sum-numbers-sync", SumNumbers::main),
                program("19-definition-only", DefinitionOnly::main),
                program("20-gather-hello", GatherHello::main),
                program("23-create-task-order", CreateTaskOrder::main),
                program("24-await-created-task", AwaitCreatedTask::main),
                program("25-say-after-tasks", SayAfterTasks::main),
                program("26-say-after-sequential", SayAfterSequential::main),
                program("27-fib-sync", FibonacciBlocking::main),
                program("28-fib-async", FibonacciTasks::main),
                program("29-fib-async-nonblocking", FibonacciOverlapping::main),
                program("30-stub-coroutine", StubCoroutine::main),
                program("32-run-hey-ash", RunHeyAsh::main),
                program("33-nested-await-10", NestedAwaitTen::main),
                program("34-nested-await-5", NestedAwaitFive::main),
                program("35-task-not-awaited", NumbersNotAwaited::main),
                program("36-task-awaited", NumbersAwaited::main),
                program("37-sleep5-vs-numbers", SleepAgainstNumbers::main),
                program("38-task2-is-long", NotifiedTask::main));
    }

    private static Arguments program(String golden, Program program) {
        return arguments(golden, program);
    }

    // HARD_CASES 72
    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void printsWhatItsOriginalPrinted(String golden, Program program) throws IOException {
        assertThat(GoldenText.masked(outputOf(program))).isEqualTo(GoldenText.of(golden));
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

    private static String outputOf(Program program) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream screen = System.out;
        System.setOut(new PrintStream(written, true, UTF_8));
        try {
            TestLoop.virtualTime(() -> run(program));
        } finally {
            System.setOut(screen);
        }
        return written.toString(UTF_8);
    }

    private static void run(Program program) {
        try {
            program.main(new String[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
