package org.asyncjava.benchmarks.jmh.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HotSpot's optimising compiler takes every body of the benchmarks: what {@code -XX:+PrintCompilation} says of a JVM that runs them. */
class CompiledBodiesTest {
    private static final String CONTENDERS = "org.asyncjava.benchmarks.contenders.ours.";

    @Test
    void noneIsRefused() throws Exception {
        List<String> printed = OwnWorkloads.run(Agreements.class, Path.of("target", "compiled.txt"), "-Xcomp", "-XX:-TieredCompilation",
                "-XX:+PrintCompilation", "-XX:CompileCommand=quiet", "-XX:CompileCommand=compileonly," + CONTENDERS + "*::*");
        List<String> bodies = OwnWorkloads.generatedCode().stream().filter(row -> row.what().equals("body code"))
                .map(row -> CONTENDERS + row.where().replace(".", "::") + " (" + (int) row.figure() + " bytes)").toList();

        assertThat(printed).noneMatch(line -> line.contains("COMPILE SKIPPED") || line.contains("not compilable"));
        assertThat(bodies).isNotEmpty().allMatch(body -> printed.stream().anyMatch(line -> line.endsWith(" " + body)));
    }
}
