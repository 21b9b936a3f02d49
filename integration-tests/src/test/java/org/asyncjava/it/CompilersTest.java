package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.Targets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The targets as other compilers and releases lay them out. {@link TargetsTest} has the flavours; here each compiler, release and
 * option that changes the bytecode meets every target of its language level once.
 */
@DisplayName("HARD_CASES 96: compilers, releases, options")
class CompilersTest {
    /** The folders of targets and the language level that each needs. */
    private static final Map<String, Integer> LEVELS = Map.of("java8", 8, "generators", 8, "java11", 11, "java17", 17, "generators17", 17,
            "java21", 21, "java25", 25);
    private static final List<Integer> RELEASES = List.of(8, 11, 17, 21, 25);

    @TestFactory
    Stream<DynamicNode> eclipseWithDebugInformation() {
        return matrix(release -> Dialect.ecj(release, "-g", "-parameters"), Flavour.COROUTINE);
    }

    @TestFactory
    Stream<DynamicNode> eclipseWithoutDebugInformation() {
        return matrix(release -> Dialect.ecj(release, "-g:none"), Flavour.FUTURE);
    }

    /** What {@link TargetsTest} has in part. */
    @TestFactory
    @Tag("nightly")
    Stream<DynamicNode> javacWithAndWithoutDebugInformation() {
        return Stream.of(
                matrix(release -> Dialect.of(release, "-g"), Flavour.COROUTINE),
                matrix(release -> Dialect.of(release, "-g:none"), Flavour.FUTURE),
                matrix(release -> Dialect.of(release, "-XDstringConcat=inline"), Flavour.STAGE),
                matrix(release -> Dialect.of(release, "-g", "-parameters"), Flavour.SUBCLASS)).flatMap(rows -> rows);
    }

    private static Stream<DynamicNode> matrix(Function<Integer, Dialect> dialects, Flavour flavour) {
        return RELEASES.stream().filter(release -> release <= Dialect.newest())
                .map(dialects)
                .flatMap(dialect -> LEVELS.entrySet().stream().sorted(Map.Entry.comparingByValue())
                        .filter(level -> level.getValue() <= dialect.release())
                        .map(level -> container(level.getKey(), dialect, flavour)));
    }

    /** Built when its tests are asked for: what one compiler does to one folder says nothing about the others. */
    private static DynamicNode container(String folder, Dialect dialect, Flavour flavour) {
        Stream<DynamicNode> tests = Stream.of(Targets.in(folder)).flatMap(targets -> tests(targets, targets.build(flavour, dialect)));
        return DynamicContainer.dynamicContainer(folder + " " + flavour + " " + dialect, tests);
    }

    private static Stream<DynamicNode> tests(Targets targets, Build build) {
        return targets.mainClasses().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(new Program(build, name).differences()).isEmpty()));
    }
}
