package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.asyncjava.it.harness.WrittenRuntime;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.TransformerRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that were not transformed, in JVMs with the agent. */
class AgentIT {
    private static final String LIBRARIES = path(Jars.ANNOTATIONS, Jars.RUNTIME);
    private static final List<String> SHOP_OUTPUT = List.of("bread of today 6", "MILK 4", "lambda of 2", "7", "word, promised",
            "MILK", "bread of today");

    @TempDir
    private Path classes;
    private Path shop;

    @BeforeEach
    void compileShop() {
        shop = compiled("shop");
    }

    private Path compiled(String program) {
        Path directory = classes.resolve(program);
        Sources.compile(program, directory, "-cp", LIBRARIES);
        return directory;
    }

    private static ChildJvm withAgent(String options, Path program, String... main) {
        return ChildJvm.run(Arguments.of("-Xverify:all", "-javaagent:" + Jars.AGENT + "=" + options,
                "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, program)).and(main));
    }

    @Test
    void aProgramPrintsWhatItPrintsWhenTransformedByTheBuild() {
        ChildJvm loaded = withAgent("", shop, "demo.Shop");
        assertThat(loaded.err()).isEmpty();
        assertThat(loaded.out()).isEqualTo(SHOP_OUTPUT);

        transformShop();
        ChildJvm built = ChildJvm.run(List.of("-Xverify:all", "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, shop), "demo.Shop"));
        assertThat(built.out()).isEqualTo(loaded.out());
    }

    @Test
    void aProgramMayBeginWithAnAwait() {
        Path marks = classes.resolve("marks");
        Sources.compile("marks", marks, "-cp", Jars.ANNOTATIONS.toString());
        Path entry = classes.resolve("entry");
        Sources.compile("entry", entry, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, marks));
        ChildJvm child = withAgent("log=classes", Path.of(path(marks, entry)), "demo.Main", "x");
        assertThat(child.out()).first().isEqualTo("1 [a, b]");
        assertThat(child.err()).contains("async-java agent: demo.Main transformed, async methods: 2",
                "Exception in thread \"main\" java.io.IOException: the end");
    }

    @Test
    void withoutTheAgentTheSameProgramSaysWhatIsMissing() {
        ChildJvm plain = ChildJvm.run(List.of("-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, shop), "demo.Shop"));
        assertThat(plain.exit()).isEqualTo(1);
        assertThat(plain.err()).first().asString().contains("NotTransformedException");
    }

    @Test
    void theRuntimeItselfRunsAsAnIdeCompilesIt() throws IOException {
        Path runtime = WrittenRuntime.compiledInto(classes.resolve("runtime"));
        Path locks = classes.resolve("locks");
        Sources.compile("locks", locks, "-cp", path(Jars.ANNOTATIONS, runtime));
        String classPath = path(Jars.ANNOTATIONS, runtime, locks);
        ChildJvm child = ChildJvm.run(List.of("-Xverify:all", "-javaagent:" + Jars.AGENT, "-cp", classPath, "demo.Locks"));
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).containsExactly("waits", "set");
        assertThat(ChildJvm.run(List.of("-cp", classPath, "demo.Locks")).err().toString()).contains("NotTransformedException");
    }

    @Test
    @DisplayName("HARD_CASES 87: classes transformed by the build are left alone")
    void builtClassesAreLeftAlone() {
        transformShop();
        ChildJvm both = withAgent("log=classes", shop, "demo.Shop");
        assertThat(both.err()).isEmpty();
        assertThat(both.out()).isEqualTo(SHOP_OUTPUT);
    }

    private void transformShop() {
        TransformerOptions options = TransformerOptions.defaults().withVerify(true);
        var report = new TransformerRun(List.of(shop), List.of(Jars.ANNOTATIONS, Jars.RUNTIME), options).transform();
        assertThat(report.errors()).isEmpty();
        assertThat(report.methods()).isEqualTo(7);
    }

    @Test
    void logsEachClassWhenAskedTo() {
        ChildJvm logging = withAgent("log=classes", shop, "demo.Shop");
        assertThat(logging.err()).containsExactlyInAnyOrder(
                "async-java agent: demo.Shop transformed, async methods: 3",
                "async-java agent: demo.Shop$Goods transformed, async methods: 1",
                "async-java agent: demo.Shop$Priced transformed, async methods: 1",
                "async-java agent: demo.Shop$Goods$1 transformed, async methods: 1",
                "async-java agent: demo.Shop$Counter transformed, async methods: 1");
    }

    @Test
    @DisplayName("HARD_CASES 88, 89: one line for a class that breaks a rule; its awaits say what is missing; the next class is transformed")
    void aClassThatBreaksARuleIsLeftAsItIs() {
        Path broken = compiled("broken");
        ChildJvm child = withAgent("log=failures", broken, "demo.Broken");
        assertThat(child.err()).singleElement().asString()
                .startsWith("async-java agent: demo.Broken is left as it is: Broken.java:[13] AJ003 ");
        assertThat(child.out()).containsExactly("not transformed", "fine");
        assertThat(withAgent("log=off", broken, "demo.Broken").err()).isEmpty();
    }

    @Test
    void aClassThatIsDefinedWithoutItsNameIsTransformed() {
        ChildJvm child = withAgent("log=classes", compiled("nameless"), "demo.Nameless");
        assertThat(child.out()).as(child.err().toString()).containsExactly("2");
        assertThat(child.err()).containsExactly("async-java agent: demo.Work transformed, async methods: 1");
    }

    @Test
    void aClassWhoseMachineWouldHaveTheNameOfAnotherClassIsLeftAsItIs() {
        ChildJvm child = withAgent("", compiled("taken"), "demo.Taken");
        assertThat(child.out()).containsExactly("the program's own", "not transformed");
        assertThat(child.err()).singleElement().asString().startsWith("async-java agent: demo.Taken is left as it is: the state machine of one of its"
                + " async methods would be named demo.Taken$load$Async1, and that is the name of another class of the program");
    }

    @Test
    void aDumpThatCannotBeWrittenKeepsNoClassFromBeingTransformed() throws Exception {
        Path inTheWay = Files.writeString(classes.resolve("file"), "in the way");
        ChildJvm child = withAgent("dump=" + inTheWay, shop, "demo.Shop");
        assertThat(child.err()).singleElement().asString().startsWith("async-java agent: writes no dump: ");
        assertThat(child.out()).isEqualTo(SHOP_OUTPUT);
    }

    @Test
    void includesAndExcludesByName() {
        Path broken = compiled("broken");
        ChildJvm excluded = withAgent("exclude=demo.Br?ken*:other.*,log=classes", broken, "demo.Broken");
        assertThat(excluded.err()).containsExactly("async-java agent: demo.Fine transformed, async methods: 1");
        ChildJvm nothing = withAgent("include=demo.Broken", broken, "demo.Broken");
        assertThat(nothing.out()).startsWith("not transformed").doesNotContain("fine");
    }

    @Test
    void dumpsAndVerifies() throws Exception {
        Path dump = classes.resolve("dump");
        ChildJvm child = withAgent("verify=true,dump=" + dump, shop, "demo.Shop");
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).isEqualTo(SHOP_OUTPUT);
        assertThat(Files.readString(dump.resolve("demo/Shop.txt"))).contains("=== plan");
    }

    @Test
    void anUnknownOptionKeepsTheAgentOutAndNotTheApplication() {
        ChildJvm child = withAgent("incldue=demo.*", compiled("broken"), "demo.Broken");
        assertThat(child.err()).first().isEqualTo("async-java agent: is not active: it has no option \"incldue=demo.*\";"
                + " there are include, exclude, dump, verify, log, order");
        assertThat(child.out()).first().isEqualTo("not transformed");
    }

    @Test
    @DisplayName("HARD_CASES 87: loaders without resources, two loaders, a hidden class, a loader that does not see the runtime")
    void classLoadersOfManyKinds() throws Exception {
        Path loaders = compiled("loaders");
        Path plugin = Files.createDirectories(classes.resolve("plugin/demo"));
        Files.move(loaders.resolve("demo/Greeter.class"), plugin.resolve("Greeter.class"));
        ChildJvm child = withAgent("", loaders, "demo.Loaders", plugin.getParent().toString());
        assertThat(child.out()).containsExactly("two loaders, one: hello loader", "two loaders, other: hello loader",
                "without resources: hello loader", "without the runtime: Greeter", "hidden: not transformed");
        assertThat(child.err()).singleElement().asString()
                .startsWith("async-java agent: demo.Greeter is left as it is: async-runtime is not visible");
    }

    @Test
    void aFutureThatTheJvmLoadsBehindTheAgentsBackIsNamed() {
        ChildJvm child = withAgent("", compiled("ownfuture"), "demo.OwnFuture");
        assertThat(child.out()).containsExactly("answer of today", "not transformed");
        assertThat(child.err()).singleElement().asString()
                .startsWith("async-java agent: demo.OwnFuture$Answer is left as it is: it is the future that an async method of demo.OwnFuture returns");
    }

    @Test
    @DisplayName("HARD_CASES 94: a module that does not say that it requires the runtime")
    void aNamedModule() {
        Path module = classes.resolve("module");
        Sources.compile("module", module, "--module-path", Jars.ANNOTATIONS.toString());
        ChildJvm child = ChildJvm.run(List.of("-javaagent:" + Jars.AGENT, "--module-path", path(Jars.ANNOTATIONS, Jars.RUNTIME, module),
                "--add-modules", "org.asyncjava.runtime", "-m", "shop/shop.Main"));
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).containsExactly("hello module");
    }

    @Test
    @DisplayName("HARD_CASES 87: attached at run time: what is loaded already is reported by name, the rest is transformed")
    void attachedAtRunTime() {
        ChildJvm child = ChildJvm.run(List.of("-Djdk.attach.allowAttachSelf=true", "-XX:+EnableDynamicAgentLoading",
                "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, compiled("late")), "demo.Late", Jars.AGENT.toString(), "log=failures"));
        assertThat(child.out()).containsExactly("not transformed", "member", "on time");
        assertThat(child.err()).hasSize(2);
        assertThat(child.err().get(0)).startsWith("async-java agent: demo.Late$Early is left as it is: it was loaded before the agent");
        assertThat(child.err().get(1)).isEqualTo("async-java agent: is active in this JVM already");
    }

    @Test
    void aProgramWithoutAsyncMethodsLoadsAlmostNothingOfTheAgent() {
        List<String> loaded = ChildJvm.run(List.of("-javaagent:" + Jars.AGENT, "-Xlog:class+load:stdout:level", "-cp",
                compiled("plain").toString(), "demo.Plain")).out();
        assertThat(loaded).anyMatch(line -> line.contains("demo.Plain$Nested ")).contains("nothing async");
        assertThat(loaded).filteredOn(line -> line.contains(" org.asyncjava.transformer.")).hasSizeBetween(5, 15)
                .noneMatch(line -> line.contains("asm") || line.contains("Lambda"));
        assertThat(loaded).noneMatch(line -> line.contains(" org.asyncjava.rules."));
    }

    @Test
    void nothingLeaksIntoTheApplicationsClassPath() throws Exception {
        try (JarFile jar = new JarFile(Jars.AGENT.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("org/asyncjava/transformer/") || name.startsWith("org/asyncjava/rules/")
                            || name.startsWith("META-INF/"));
        }
    }
}
