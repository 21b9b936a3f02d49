package org.asyncjava.benchmarks.jmh.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * HotSpot inlines fifteen levels of calls. From a turn of the loop to what the body of a method does that another one awaits is no further:
 * where C2 inlines as far as that, nothing on the way is left out, so that an element of an async generator costs the same in every JVM.
 */
class InlinedTurnTest {
    private static final String TURN = "org.asyncjava.runtime.Scheduler::awaitTurn";
    private static final String END_OF_A_GENERATOR = "NeverClosed::ended ";

    @Test
    void aTurnIsNotTooDeepForWhatItRuns() throws Exception {
        List<String> printed = OwnWorkloads.run(ElementsInTurns.class, Path.of("target", "inlined.txt"), "-Xbatch", "-XX:-TieredCompilation",
                "-XX:InlineSmallCode=100000", "-XX:CompileCommand=quiet", "-XX:CompileCommand=compileonly," + TURN,
                "-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintInlining");

        assertThat(printed).anyMatch(line -> line.contains("GeneratedElements::ready "))
                .anyMatch(line -> line.contains("AsyncGeneratorSteps::takeOperand "))
                .noneMatch(line -> line.contains("inlining too deep") && !line.contains(END_OF_A_GENERATOR));
    }
}
