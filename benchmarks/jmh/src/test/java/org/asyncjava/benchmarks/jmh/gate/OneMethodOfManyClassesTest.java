package org.asyncjava.benchmarks.jmh.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each async method is a class of its own. HotSpot inlines a call that it sees with more than two classes only if it can tell that all of them have the same
 * method: so what an await does with a call has to be asked of the class that has it.
 */
class OneMethodOfManyClassesTest {
    private static final String AWAIT = "org.asyncjava.runtime.ColdSteps::";

    @Test
    void anAwaitInlinesWhatItDoesWithACallOfWhateverMethod() throws Exception {
        List<String> printed = OwnWorkloads.run(CallsOfSeveralClasses.class, Path.of("target", "one-method.txt"), "-Xbatch", "-XX:-TieredCompilation",
                "-XX:CompileCommand=quiet", "-XX:CompileCommand=compileonly," + AWAIT + "pending", "-XX:CompileCommand=compileonly," + AWAIT + "outcome",
                "-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintInlining");

        assertThat(printed).anyMatch(line -> line.contains("Continuation::begin ") && line.contains("inline (hot)"))
                .anyMatch(line -> line.contains("Continuation::take ") && line.contains("inline (hot)"))
                .noneMatch(line -> line.contains("Coroutine::begin ") && line.contains("virtual call"));
    }
}
