package org.asyncjava.it.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Targets;
import org.asyncjava.transformer.plan.MachineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No async method of the targets grows by more than {@code docs/generated-code-size.md} promises. Prints the figures that stand there. */
class GeneratedCodeSizeTest {
    /** Slots of parameters above which a machine does not pass them. */
    private static final int MOST_PARAMETERS = 64;
    private static final List<String> FOLDERS = List.of("java8", "java11", "java17", "scale");
    private static final List<String> FOLDERS_OF_GENERATORS = List.of("generators", "generators17");

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

    /** They take their parameters from the machine, whatever it is. */
    @ParameterizedTest
    @EnumSource(value = MachineKind.class, names = {"GENERATOR", "ASYNC_GENERATOR"})
    void generatorsGrowNoMore(MachineKind kind) {
        List<Growth> growths = growthsOfGenerators(Flavour.COROUTINE).stream().filter(growth -> growth.kind() == kind).toList();
        report(kind, growths);
        assertThat(growths).hasSizeGreaterThan(10).allMatch(growth -> growth.body() <= growth.allowedBody())
                .allMatch(growth -> growth.kickOff() <= growth.allowedKickOff());
    }

    /** What a loop or a resource closes is in the normal form, which is counted as what is moved is. */
    @ParameterizedTest
    @EnumSource(value = Flavour.class, names = {"COROUTINE", "FUTURE"})
    void loopsOverElementsAndResourcesGrowNoMore(Flavour flavour) {
        List<Growth> growths = growthsOfGenerators(flavour).stream().filter(growth -> !growth.kind().isGenerator()).toList();
        report(flavour + " with loops over elements", growths);
        assertThat(growths).hasSizeGreaterThan(25).allMatch(growth -> growth.body() <= growth.allowedBody())
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

    private static List<Growth> growthsOfGenerators(Flavour flavour) {
        List<Growth> growths = new ArrayList<>();
        for (String folder : FOLDERS_OF_GENERATORS) {
            Targets targets = Targets.in(folder);
            growths.addAll(Growth.of(targets.compiled(flavour, Dialect.of(17, "-g")), targets.build(flavour, Dialect.of(17, "-g")).transformed()));
        }
        return growths;
    }

    private static void report(Object what, List<Growth> growths) {
        System.out.printf("%s: %d methods of %d bytes with %d awaits and %d spills; bodies %d bytes, allowed %d; %s bytes of a body, %s of a kick-off%n", what,
                growths.size(), sum(growths, Growth::before), sum(growths, Growth::awaits), sum(growths, Growth::spills), sum(growths, Growth::body),
                sum(growths, Growth::allowedBody), distribution(growths, Growth::body), distribution(growths, Growth::kickOff));
    }

    private static int sum(List<Growth> growths, ToIntFunction<Growth> figure) {
        return growths.stream().mapToInt(figure).sum();
    }

    /** The median, and what nine in ten do not exceed. */
    private static String distribution(List<Growth> growths, ToIntFunction<Growth> figure) {
        int[] sorted = growths.stream().mapToInt(figure).sorted().toArray();
        return sorted[sorted.length / 2] + "; " + sorted[sorted.length * 9 / 10];
    }
}
