package org.asyncjava.examples.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asyncjava.runtime.AnyLoop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program that leaves its loop to {@code run} prints the same on a hosted loop and on a strand. */
class SeedsOnEveryLoopTest {
    private static final String NO_LOOP = "runs no loop";

    /** The others, and why. */
    private static final Map<Class<?>, String> LEFT_OUT = Map.of(
            NewEventLoop.class, "makes, runs and closes its loop itself",
            SyncBlocking.class, NO_LOOP,
            SumNumbers.class, NO_LOOP,
            DefinitionOnly.class, NO_LOOP,
            FibonacciBlocking.class, NO_LOOP,
            StubCoroutine.class, NO_LOOP);

    static Stream<Arguments> programs() {
        return Stream.of(AnyLoop.Kind.HOSTED, AnyLoop.Kind.STRAND).flatMap(kind -> SeedProgramsTest.programs()
                .filter(program -> !LEFT_OUT.containsKey((Class<?>) program.get()[1]))
                .map(program -> arguments(kind, program.get()[0], program.get()[1])));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("programs")
    void printsWhatItPrintsOnALoopOfItsOwn(AnyLoop.Kind kind, String golden, Class<?> program) throws Exception {
        OtherLoop loader = new OtherLoop(kind);
        assertThat(GoldenText.masked(MainMethod.outputOf(loader.loadClass(program.getName())))).isEqualTo(GoldenText.of(golden));
    }

    @Test
    void justThoseAreLeftOutThatDoNotCallRun() throws Exception {
        List<Object> programs = SeedProgramsTest.programs().map(program -> program.get()[1]).toList();
        for (Object program : programs) {
            OtherLoop loader = new OtherLoop(AnyLoop.Kind.HOSTED);
            loader.loadClass(((Class<?>) program).getName());
            assertThat(loader.redirected() == 0).as(program + " is left out").isEqualTo(LEFT_OUT.containsKey(program));
        }
        assertThat(programs).containsAll(LEFT_OUT.keySet());
    }
}
