package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.objenesis.Objenesis;

/** The agent beside others that change the same classes. */
class OtherAgentsIT {
    private static final List<String> MOCKS_OUTPUT = List.of("before 8", "spied 8", "stubbed 1", "static 2", "stubbed static 7",
            "subclass 8", "after 8");

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"async first", "JaCoCo first"})
    @DisplayName("HARD_CASES 90: JaCoCo's agent on either side: every line and branch of the source counted as the source has it")
    void besideJaCoCo(String order) throws IOException {
        Path shop = classes.resolve("shop");
        Sources.compile("shop", shop, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME));
        Path exec = classes.resolve("jacoco.exec");
        List<String> agents = new ArrayList<>(List.of("-javaagent:" + Jars.AGENT,
                "-javaagent:" + Jars.named("org.jacoco.agent") + "=includes=demo.*,destfile=" + exec));
        if (order.startsWith("JaCoCo")) {
            agents.add(agents.remove(0));
        }
        agents.addAll(List.of("-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, shop), "demo.Shop"));
        ChildJvm child = ChildJvm.run(agents);
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).hasSize(7);
        for (IClassCoverage covered : coverage(exec, shop)) {
            assertThat(covered.isNoMatch()).as(covered.getName()).isFalse();
            assertThat(covered.getLineCounter().getMissedCount()).as(covered.getName()).isZero();
            assertThat(covered.getBranchCounter().getStatus()).as(covered.getName()).isIn(ICounter.EMPTY, ICounter.FULLY_COVERED);
        }
    }

    private static Iterable<IClassCoverage> coverage(Path exec, Path classes) throws IOException {
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(exec.toFile());
        CoverageBuilder builder = new CoverageBuilder();
        new Analyzer(loader.getExecutionDataStore(), builder).analyzeAll(classes.toFile());
        assertThat(builder.getClasses()).isNotEmpty();
        return builder.getClasses();
    }

    @ParameterizedTest
    @CsvSource({"loading, async first", "loading, other first", "retransforming, async first", "retransforming, other first"})
    @DisplayName("HARD_CASES 91: an agent that puts advice around every method")
    void besideMonitoring(String kind, String order) throws IOException {
        Path shop = classes.resolve("shop");
        Sources.compile("shop", shop, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME));
        Path monitoring = classes.resolve("apm");
        Sources.compile("apm", monitoring, "-cp", Jars.of(ByteBuddy.class).toString());
        List<String> arguments = new ArrayList<>(List.of("-javaagent:" + Jars.AGENT, "-javaagent:" + agentJar("apm.TimingAgent") + "=" + kind));
        if (order.startsWith("other")) {
            arguments.add(arguments.remove(0));
        }
        arguments.addAll(List.of("-Xverify:all", "-cp",
                path(Jars.ANNOTATIONS, Jars.RUNTIME, shop, monitoring, Jars.of(ByteBuddy.class)), "demo.Shop"));
        ChildJvm child = ChildJvm.run(arguments);
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).hasSize(8).startsWith("bread of today 6").endsWith("calls timed: true");
    }

    @Test
    @DisplayName("HARD_CASES 91: AspectJ weaves around an async method once per call, not once per resumption")
    void beforeAspectJ() throws IOException {
        ChildJvm child = woven("-javaagent:" + Jars.AGENT + "=order=given");
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).containsExactly("sum 3 calls 1");
    }

    @Test
    @DisplayName("HARD_CASES 91: AspectJ moves an advised body to a method without annotation; if that came first, it is said")
    void afterAspectJ() throws IOException {
        ChildJvm child = woven("-javaagent:" + Jars.AGENT);
        assertThat(child.err()).first().asString()
                .startsWith("async-java agent: demo.Woven is left as it is: Woven.java:[13] AJ001 await in demo.Woven.sum_aroundBody0")
                .endsWith("(AspectJ moved the code there: put the -javaagent of async-java before AspectJ's, with the option order=given)");
    }

    private ChildJvm woven(String agent) throws IOException {
        Path weaver = Jars.named("aspectjweaver");
        String classPath = path(Jars.ANNOTATIONS, Jars.RUNTIME, weaver, classes);
        Sources.compile("aspects", classes, "-cp", classPath);
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("META-INF/aop.xml"), "<aspectj><aspects><aspect name=\"demo.Counting\"/></aspects>"
                + "<weaver><include within=\"demo.*\"/></weaver></aspectj>");
        return ChildJvm.run(List.of(agent, "-javaagent:" + weaver, "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                "-cp", classPath, "demo.Woven"));
    }

    @Test
    @DisplayName("HARD_CASES 91: a proxy of Spring's CGLIB intercepts an async method once per call")
    void behindAProxyOfSpring() {
        String classPath = path(Jars.ANNOTATIONS, Jars.RUNTIME, classes, Jars.named("spring-core"), Jars.named("spring-jcl"));
        Sources.compile("proxies", classes, "-cp", classPath);
        ChildJvm child = ChildJvm.run(List.of("-javaagent:" + Jars.AGENT, "-cp", classPath, "demo.Proxies"));
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).containsExactly("times 8 calls 1");
    }

    private Path agentJar(String agentClass) throws IOException {
        Path jar = classes.resolve("other-agent.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", agentClass);
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    @ParameterizedTest
    @ValueSource(strings = {"attached by Mockito", "agent after async-java"})
    @DisplayName("HARD_CASES 91: Mockito's inline mocks retransform async classes; ByteBuddy makes subclasses of them")
    void mocksAndSubclasses(String mockito) {
        String others = mockito.startsWith("attached") ? "-XX:+EnableDynamicAgentLoading" : "-javaagent:" + Jars.of(Mockito.class);
        ChildJvm child = mocks("-javaagent:" + Jars.AGENT, others);
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).isEqualTo(MOCKS_OUTPUT);
    }

    @Test
    @DisplayName("HARD_CASES 91: an agent that changes async bodies before async-java sees them is told to come second")
    void mockitoBeforeAsync() {
        ChildJvm child = mocks("-javaagent:" + Jars.of(Mockito.class), "-javaagent:" + Jars.AGENT);
        assertThat(child.err()).first().asString().startsWith("async-java agent: demo.Mocks$Service is left as it is: ")
                .endsWith("put the -javaagent of async-java before the other agent's");
        assertThat(child.out()).containsExactly("before 8");
    }

    private ChildJvm mocks(String... agents) {
        String classPath = path(Jars.ANNOTATIONS, Jars.RUNTIME, classes, Jars.of(Mockito.class), Jars.of(ByteBuddy.class),
                Jars.of(ByteBuddyAgent.class), Jars.of(Objenesis.class));
        Sources.compile("mocks", classes, "-cp", classPath);
        return ChildJvm.run(Arguments.of(agents).and("-cp", classPath, "demo.Mocks"));
    }
}
