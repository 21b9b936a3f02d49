package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugin with nothing but the {@code javac} command, of each JDK that is installed. HARD_CASES 91, 96. */
class JavacCommandTest {
    private static final String RUN_PATH = "classes" + File.pathSeparator + Workspace.CLASS_PATH;

    @TempDir
    Path directory;
    private Workspace workspace;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    static List<Jdk> oldest() {
        return Jdk.installed().subList(0, 1);
    }

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(directory);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void javacWithThePluginWritesFinishedClasses(Jdk jdk) {
        workspace.writeProgram("src");
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", "classes",
                "src/demo/Main.java", "src/demo/Base.java");
        assertThat(compiled).isEqualTo(new Jdk.Run(0, ""));
        assertThat(jdk.java(directory, "-Xverify:all", "-cp", RUN_PATH, "demo.Main").output()).endsWith("63" + System.lineSeparator());
    }

    /** From JDK 23 on javac does not run what is only there, and says nothing. */
    @ParameterizedTest
    @MethodSource("jdks")
    void onTheClassPathAlone(Jdk jdk) {
        workspace.writeProgram("src");
        String classPath = Workspace.CLASS_PATH + File.pathSeparator + Workspace.PROCESSOR_PATH;
        String run = jdk.runsProcessorsOfTheClassPath() ? "-g" : "-proc:full";
        jdk.javac(directory, "-cp", classPath, run, "-d", "classes", "src/demo/Main.java", "src/demo/Base.java");
        assertThat(jdk.java(directory, "-cp", RUN_PATH, "demo.Main").output()).endsWith("63" + System.lineSeparator());
        jdk.javac(directory, "-cp", classPath, "-proc:none", "-d", "classes", "src/demo/Main.java", "src/demo/Base.java");
        assertThat(jdk.java(directory, "-cp", RUN_PATH, "demo.Main").output()).contains("NotTransformedException", "processor path", "-proc:full");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void compilingAgainGivesTheSameBytes(Jdk jdk) {
        workspace.writeProgram("src");
        String[] arguments = {"-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", "classes",
            "src/demo/Main.java", "src/demo/Base.java"};
        jdk.javac(directory, arguments);
        Map<String, String> first = workspace.classFiles("classes");
        jdk.javac(directory, arguments);
        assertThat(first).hasSizeGreaterThan(5);
        assertThat(workspace.classFiles("classes")).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void sourcesThatAreFoundImplicitlyAreTransformedToo(Jdk jdk) {
        workspace.writeProgram("src");
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", "classes",
                "-implicit:class", "-sourcepath", "src", "src/demo/Main.java");
        assertThat(compiled.output()).isEmpty();
        assertThat(jdk.java(directory, "-cp", RUN_PATH, "demo.Main").output()).isEqualToIgnoringNewLines("63");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void classesBesideTheirSources(Jdk jdk) {
        workspace.writeProgram("src");
        jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH,
                "src/demo/Main.java", "src/demo/Base.java");
        assertThat(jdk.java(directory, "-cp", "src" + File.pathSeparator + Workspace.CLASS_PATH, "demo.Main").output())
                .isEqualToIgnoringNewLines("63");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void asPluginWithoutAnnotationProcessing(Jdk jdk) {
        workspace.writeProgram("src");
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", "classes",
                "-proc:none", "-Xplugin:async output=classes", "src/demo/Main.java", "src/demo/Base.java");
        assertThat(compiled.output()).isEmpty();
        assertThat(jdk.java(directory, "-cp", RUN_PATH, "demo.Main").output()).isEqualToIgnoringNewLines("63");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aPluginWithoutAnnotationProcessingHasToBeToldWhereClassesAreWritten(Jdk jdk) {
        workspace.writeProgram("src");
        Jdk.Run untold = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", "classes",
                "-proc:none", "-Xplugin:async", "src/demo/Base.java");
        assertThat(untold.code()).isEqualTo(1);
        assertThat(untold.output()).contains("Base.java:12: error: it is not known where classes are written, so async methods cannot be"
                + " transformed: let javac process annotations with async-compiler on its processor path, or say -Xplugin:\"async"
                + " output=DIRECTORY\"").contains("1 error");
        assertThat(directory.resolve("classes/demo/Base.class")).doesNotExist();
        Jdk.Run wrong = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", "classes",
                "-proc:none", "-Xplugin:async output=elsewhere", "src/demo/Base.java");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.output()).contains("error: the class demo.Base was not written where it was expected");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void asPluginAndProcessorAtOnce(Jdk jdk) {
        workspace.writeProgram("src");
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", "classes",
                "-Xplugin:async AJ101=off", "src/demo/Main.java", "src/demo/Base.java");
        assertThat(compiled.output()).isEmpty();
        assertThat(jdk.java(directory, "-cp", RUN_PATH, "demo.Main").output()).isEqualToIgnoringNewLines("63");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void annotationProcessingAloneWritesNothing(Jdk jdk) {
        workspace.writeProgram("src");
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", ".",
                "-proc:only", "src/demo/Main.java", "src/demo/Base.java");
        assertThat(compiled).isEqualTo(new Jdk.Run(0, ""));
        assertThat(workspace.classFiles(".")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aMisplacedAwaitIsACompileErrorWithACaret(Jdk jdk) {
        workspace.write("Shop.java", """
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                class Shop {
                    int total(CompletableFuture<Integer> price) {
                        return 1 + await(price);
                    }
                }
                """);
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-cp", Workspace.CLASS_PATH, "-d", ".", "Shop.java");
        assertThat(compiled.code()).isEqualTo(1);
        assertThat(compiled.output()).isEqualToNormalizingNewlines("""
                Shop.java:5: error: AJ001 await in Shop.total, which is not async: mark the method @Async (for a lambda: use a functional \
                interface whose method is @Async) and return a Coroutine, CompletableFuture or CompletionStage; where a program begins, \
                mark it @AsyncEntry or call Coroutines.run
                        return 1 + await(price);
                                   ^
                1 error
                """);
        assertThat(workspace.classFiles(".")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void besideLombok(Jdk jdk) { // HARD_CASES 91
        workspace.write("Shop.java", """
                import static org.asyncjava.Await.await;
                import java.time.Duration;
                import org.asyncjava.Async;
                import org.asyncjava.runtime.*;
                @lombok.Value
                @lombok.Builder
                class Shop {
                    int price;
                    @Async
                    @lombok.SneakyThrows
                    Coroutine<Integer> total(@lombok.NonNull Integer number) {
                        lombok.val one = await(Coroutines.sleep(Duration.ofMillis(1), getPrice()));
                        return Coroutine.of(one * number);
                    }
                    public static void main(String[] arguments) {
                        System.out.println(Coroutines.run(Shop.builder().price(21).build().total(3)));
                    }
                }
                """);
        String lombok = Javac.location(lombok.Value.class).toString();
        for (String path : List.of(Workspace.PROCESSOR_PATH + File.pathSeparator + lombok, lombok + File.pathSeparator + Workspace.PROCESSOR_PATH)) {
            Jdk.Run compiled = jdk.javac(directory, "-processorpath", path, "-cp", Workspace.CLASS_PATH + File.pathSeparator + lombok,
                    "-d", "classes", "Shop.java");
            assertThat(compiled.code()).as(compiled.output()).isZero();
            assertThat(jdk.java(directory, "-cp", RUN_PATH, "Shop").output()).isEqualToIgnoringNewLines("63");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aModuleThatReadsTheRuntime(Jdk jdk) {
        workspace.writeProgram("src");
        workspace.write("src/module-info.java", "module demo { requires org.asyncjava.runtime; exports demo; }");
        String modulePath = Workspace.CLASS_PATH;
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-p", modulePath, "-d", "classes",
                "src/module-info.java", "src/demo/Main.java", "src/demo/Base.java");
        assertThat(compiled.output()).isEmpty();
        assertThat(jdk.java(directory, "-p", RUN_PATH, "-m", "demo/demo.Main").output()).isEqualToIgnoringNewLines("63");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void severalModulesAtOnce(Jdk jdk) {
        workspace.writeProgram("src/shop");
        workspace.write("src/shop/module-info.java", "module shop { requires org.asyncjava.runtime; exports demo; }");
        workspace.write("src/app/module-info.java", "module app { requires shop; }");
        workspace.write("src/app/app/App.java", "package app; class App { public static void main(String[] a) { demo.Main.main(a); } }");
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-p", Workspace.CLASS_PATH, "-d", "classes",
                "--module-source-path", "src", "--module", "app,shop");
        assertThat(compiled.output()).isEmpty();
        assertThat(jdk.java(directory, "-p", RUN_PATH, "-m", "app/app.App").output()).isEqualToIgnoringNewLines("63");
    }

    @ParameterizedTest
    @MethodSource("oldest")
    void aModuleThatDoesNotReadTheRuntimeIsToldSo(Jdk jdk) {
        workspace.write("src/module-info.java", "module demo { requires org.asyncjava; }");
        workspace.write("src/demo/Shop.java", """
                package demo;
                import java.util.concurrent.CompletableFuture;
                class Shop {
                    @org.asyncjava.Async
                    CompletableFuture<Integer> total(CompletableFuture<Integer> price) {
                        return CompletableFuture.completedFuture(org.asyncjava.Await.await(price));
                    }
                }
                """);
        Jdk.Run compiled = jdk.javac(directory, "-processorpath", Workspace.PROCESSOR_PATH, "-p", Workspace.CLASS_PATH, "-d", "classes",
                "src/module-info.java", "src/demo/Shop.java");
        assertThat(compiled.code()).isEqualTo(1);
        assertThat(compiled.output()).contains("Shop.java:5: error: the module demo contains async methods, but does not read the runtime:"
                + " add \"requires org.asyncjava.runtime;\" to its module-info.java");
    }
}
