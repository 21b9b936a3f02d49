package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.asyncjava.it.harness.Flavour;
import org.asyncjava.it.harness.Program;
import org.asyncjava.it.harness.Targets;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every target prints the same in all ways of running, in each flavour and however it was compiled. All classes are verified by ASM
 * and by the JVM on the way.
 */
class TargetsTest {
    @TestFactory
    Stream<DynamicNode> languageLevel8() {
        List<DynamicNode> nodes = new ArrayList<>();
        List<Dialect> dialects = new ArrayList<>(List.of(Dialect.of(8, "-g"), Dialect.of(8, "-g:none"), Dialect.of(11, "-g"),
                Dialect.of(17, "-g", "-parameters"), Dialect.of(17, "-g:none", "-XDstringConcat=inline")));
        if (Dialect.newest() > 17) {
            dialects.add(Dialect.of(Dialect.newest(), "-g"));
        }
        for (Dialect dialect : dialects) {
            nodes.add(container("java8", Flavour.COROUTINE, dialect));
            nodes.add(container("java8", Flavour.FUTURE, dialect));
        }
        nodes.add(container("java8", Flavour.STAGE, Dialect.of(8, "-g")));
        nodes.add(container("java8", Flavour.STAGE, Dialect.of(17, "-g")));
        nodes.add(container("java8", Flavour.SUBCLASS, Dialect.of(8, "-g")));
        nodes.add(container("java8", Flavour.SUBCLASS, Dialect.of(17, "-g")));
        return nodes.stream();
    }

    @TestFactory
    Stream<DynamicNode> languageLevel11() {
        return everyFlavour("java11", Dialect.of(11, "-g"));
    }

    @TestFactory
    Stream<DynamicNode> languageLevel17() {
        return Stream.concat(everyFlavour("java17", Dialect.of(17, "-g")), everyFlavour("java17", Dialect.of(17, "-g:none")));
    }

    /** As they are compared with a body on a thread of its own, and with try-with-resources around an iterator. */
    @TestFactory
    Stream<DynamicNode> generators() {
        return Stream.of(container("generators", Flavour.COROUTINE, Dialect.of(8, "-g")), container("generators", Flavour.FUTURE, Dialect.of(17, "-g:none")),
                container("generators", Flavour.SUBCLASS, Dialect.of(17, "-g")), container("generators17", Flavour.COROUTINE, Dialect.of(17, "-g")),
                container("generators17", Flavour.FUTURE, Dialect.of(17, "-g:none")), cancelled("generators", Dialect.of(17, "-g")),
                cancelled("generators17", Dialect.of(17, "-g")));
    }

    @TestFactory
    Stream<DynamicNode> languageLevel21() {
        return everyFlavour("java21", Dialect.of(21, "-g"));
    }

    @TestFactory
    Stream<DynamicNode> languageLevel25() {
        return everyFlavour("java25", Dialect.of(25, "-g"));
    }

    @TestFactory
    Stream<DynamicNode> hotMethodsAlone() {
        return asWritten("hot");
    }

    @TestFactory
    Stream<DynamicNode> coroutinesAlone() {
        return asWritten("cold");
    }

    /** What blocks its caller, by javac and by Eclipse's compiler. */
    @TestFactory
    Stream<DynamicNode> entryPoints() {
        Targets targets = Targets.in("entries");
        return Stream.of(Dialect.of(8, "-g"), Dialect.of(17, "-g:none"), Dialect.of(Dialect.newest(), "-g"), Dialect.ecj(8, "-g"), Dialect.ecj(17, "-g:none"))
                .map(dialect -> DynamicContainer.dynamicContainer("entries " + dialect, Stream.of(targets.build(Flavour.COROUTINE, dialect))
                        .flatMap(build -> targets.mainClasses().stream().map(name -> DynamicTest.dynamicTest(name,
                                () -> assertThat(new Program(build, name).differencesOfEntries()).isEmpty())))));
    }

    private static Stream<DynamicNode> asWritten(String folder) {
        return Stream.of(Dialect.of(8, "-g"), Dialect.of(17, "-g:none"))
                .map(dialect -> container(folder, Flavour.COROUTINE, dialect));
    }

    private static Stream<DynamicNode> everyFlavour(String folder, Dialect dialect) {
        return Dialect.newest() < dialect.release()
                ? Stream.empty()
                : Stream.of(Flavour.values()).map(flavour -> container(folder, flavour, dialect));
    }

    private static DynamicNode cancelled(String folder, Dialect dialect) {
        Targets targets = Targets.in(folder);
        Build build = targets.build(Flavour.COROUTINE, dialect);
        Stream<DynamicTest> tests = targets.mainClasses().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(new Program(build, name).differencesWhenCancelled()).isEmpty()));
        return DynamicContainer.dynamicContainer(folder + " cancelled " + dialect, tests);
    }

    private static DynamicNode container(String folder, Flavour flavour, Dialect dialect) {
        Targets targets = Targets.in(folder);
        Build build = targets.build(flavour, dialect);
        Stream<DynamicTest> tests = targets.mainClasses().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertThat(new Program(build, name).differences()).isEmpty()));
        return DynamicContainer.dynamicContainer(folder + " " + flavour + " " + dialect, tests);
    }
}
