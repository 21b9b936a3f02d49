package org.asyncjava.it.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parameters that are needed across some awaits alone keep their values. {@code -Dasync.random.seed} is the first seed. */
@DisplayName("HARD_CASES 50: random programs of parameters and assignments")
class RandomParametersTest {
    private static final long SEED = Long.getLong("async.random.seed", 1);
    private static final int PROGRAMS = 40;
    private static final int MANY = 800;
    private static final int TOGETHER = 20;

    @ParameterizedTest
    @EnumSource(Flavour.class)
    void printTheSameInAllWays(Flavour flavour) {
        assertSound(flavour, first(flavour), PROGRAMS);
    }

    @ParameterizedTest
    @EnumSource(Flavour.class)
    @Tag("nightly")
    void manyPrintTheSameInAllWays(Flavour flavour) {
        assertSound(flavour, first(flavour) + PROGRAMS, MANY);
    }

    private static long first(Flavour flavour) {
        return SEED + (long) flavour.ordinal() * (PROGRAMS + MANY);
    }

    private static void assertSound(Flavour flavour, long first, int programs) {
        for (long seed = first; seed < first + programs; seed += TOGETHER) {
            long[] seeds = LongStream.range(seed, seed + TOGETHER).toArray();
            Map<String, String> sources = new LinkedHashMap<>();
            LongStream.of(seeds).forEach(each -> sources.put(ParameterProgram.path(each), flavour.of(ParameterProgram.source(each))));
            Build build = Build.of(sources, Dialect.of(17, "-g"));
            List<String> wrong = LongStream.of(seeds).mapToObj(each -> problem(build, each)).filter(text -> !text.isEmpty()).toList();
            assertThat(wrong).as("seeds from " + seed + ", " + flavour).isEmpty();
        }
    }

    private static String problem(Build build, long seed) {
        return new Program(build, ParameterProgram.mainClass(seed)).differences().stream().findFirst()
                .map(difference -> "seed " + seed + "\n" + difference + "\n" + ParameterProgram.source(seed)).orElse("");
    }
}
