package org.asyncjava.it.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No async method of the targets grows by more than {@code docs/generated-code-size.md} promises. Prints the figures that stand there. */
class GeneratedCodeSizeTest {
    /** Slots of parameters above which a machine does not pass them. */
    private static final int MOST_PARAMETERS = 64;
    private static final List<String> FOLDERS = List.of("java8", "java11", "java17", "scale");

    @ParameterizedTest
    @EnumSource(value = Flavour.class, names = {"COROUTINE", "FUTURE"})
    void bodiesGrowByAsMuchAsTheirAwaitsAndSpillsAllow(Flavour flavour) {
        List<Growth> growths = growths(flavour);
        report(flavour, growths);
        assertThat(growths).filteredOn(growth -> growth.parameters() <= MOST_PARAMETERS).hasSizeGreaterThan(180)
                .allMatch(growth -> growth.body() <= growth.allowedBody());
    }

    @ParameterizedTest
    @EnumSource(value = Flavour.class, names = {"COROUTINE", "FUTURE"})
    void kickOffsAreSmallEnoughToBeInlinedAlways(Flavour flavour) {
        assertThat(growths(flavour)).filteredOn(growth -> growth.parameters() <= MOST_PARAMETERS).hasSizeGreaterThan(180)
                .allMatch(growth -> growth.kickOff() <= growth.allowedKickOff());
    }

    @Test
    void methodsThatAreHotAsWrittenGrowNoMore() {
        List<Growth> growths = Growth.of(Targets.in("hot").build(Flavour.COROUTINE, Dialect.of(17, "-g")));
        assertThat(growths).isNotEmpty().allMatch(growth -> growth.body() <= growth.allowedBody());
    }

    private static List<Growth> growths(Flavour flavour) {
        List<Growth> growths = new ArrayList<>();
        for (String folder : FOLDERS) {
            Build build = Targets.in(folder).build(flavour, Dialect.of(17, "-g"));
            growths.addAll(Growth.of(build));
        }
        return growths;
    }

    private static void report(Flavour flavour, List<Growth> growths) {
        System.out.printf("%s: %d methods of %d bytes with %d awaits and %d spills; bodies %d bytes, allowed %d; kick-offs %.1f bytes%n", flavour,
                growths.size(), growths.stream().mapToInt(Growth::before).sum(), growths.stream().mapToInt(Growth::awaits).sum(),
                growths.stream().mapToInt(Growth::spills).sum(), growths.stream().mapToInt(Growth::body).sum(),
                growths.stream().mapToInt(Growth::allowedBody).sum(), growths.stream().mapToInt(Growth::kickOff).average().orElseThrow());
    }
}
