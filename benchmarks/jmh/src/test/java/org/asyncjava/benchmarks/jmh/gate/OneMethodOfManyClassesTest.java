package org.asyncjava.benchmarks.jmh.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each async method is a class of its own. HotSpot inlines a call that it sees with more than two classes only if it can tell that all of them have the same
 * method: so what an await does with a call has to be asked of the class that has it.
 */
class OneMethodOfManyClassesTest {
    private static final String PACKAGE = "org.asyncjava.runtime.";
    /** What C2 says when it compiles these methods alone. */
    private static List<String> printed;

    @BeforeAll
    static void compile() throws Exception {
        List<String> options = new ArrayList<>(List.of("-Xbatch", "-XX:-TieredCompilation", "-XX:CompileCommand=quiet"));
        for (String method : List.of("ColdSteps::pending", "ColdSteps::outcome", "HotSteps::pending", "HotSteps::stageOutcome")) {
            options.add("-XX:CompileCommand=compileonly," + PACKAGE + method);
        }
        options.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintInlining"));
        printed = OwnWorkloads.run(CallsOfSeveralClasses.class, Path.of("target", "one-method.txt"), options.toArray(String[]::new));
    }

    @Test
    void anAwaitInlinesWhatItDoesWithACallOfWhateverMethod() {
        assertThat(printed).anyMatch(line -> line.contains("Continuation::begin ") && line.contains("inline (hot)"))
                .anyMatch(line -> line.contains("Continuation::take ") && line.contains("inline (hot)"))
                .noneMatch(line -> line.contains("Coroutine::begin ") && line.contains("virtual call"));
    }

    /** The JDK has a future with an {@code isDone} and a {@code join} of its own, and the runtime one with a {@code join}. */
    @Test
    void anAwaitInlinesWhatItAsksAFuture() {
        assertThat(printed).anyMatch(line -> line.contains("CompletableFuture::isDone ") && line.contains("inline (hot)"))
                .anyMatch(line -> line.contains("CompletableFuture::join ") && line.contains("inline (hot)"))
                .noneMatch(line -> (line.contains("::isDone ") || line.contains("::join ")) && line.contains("virtual call"));
    }
}
