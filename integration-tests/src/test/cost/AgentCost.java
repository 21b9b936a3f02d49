import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * What the agent costs a program without async methods, in CPU time of whole processes:
 * {@code java integration-tests/src/test/cost/AgentCost.java AGENT.jar [ROUNDS]}.
 *
 * <p>Each figure is the best of the rounds, which take turns, so that a busy machine disturbs all of them alike.
 */
public class AgentCost {
    private static final int FILES = 2_000;
    private static final List<String> NESTED = List.of("A", "B", "C", "D");
    private static final String METHODS = """
                private final java.util.Map<String, Integer> counts = new java.util.HashMap<>();
                public int count(String word) { return counts.merge(word, 1, Integer::sum); }
                public String text() { return "counted " + counts.size() + " words, " + counts.values().stream().mapToInt(i -> i).max(); }
                @Override public boolean equals(Object other) { return other instanceof %1$s that && that.counts.equals(counts); }
                @Override public int hashCode() { return counts.hashCode(); }
            """;

    /** Loads classes and says how much CPU time its threads have taken by then, in ns as Linux counts it: the JDK has ticks of 10 ms. */
    private static final String PROGRAM = """
            public class Load {
                public static void main(String[] arguments) throws Exception {
                    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                        Class.forName("load.C" + i, false, Load.class.getClassLoader());
                        for (String nested : new String[] {"A", "B", "C", "D"}) {
                            Class.forName("load.C" + i + "$" + nested, false, Load.class.getClassLoader());
                        }
                    }
                    long cpu = 0;
                    for (java.io.File thread : new java.io.File("/proc/self/task").listFiles()) {
                        try {
                            cpu += Long.parseLong(java.nio.file.Files.readString(thread.toPath().resolve("schedstat")).split(" ")[0]);
                        } catch (java.io.IOException hasEnded) {
                            continue;
                        }
                    }
                    System.out.println(cpu);
                }
            }
            """;
    private static final String EMPTY_AGENT = """
            public class Empty implements java.lang.instrument.ClassFileTransformer {
                public static void premain(String arguments, java.lang.instrument.Instrumentation jvm) { jvm.addTransformer(new Empty(), true); }
                @Override
                public byte[] transform(ClassLoader loader, String name, Class<?> type, java.security.ProtectionDomain domain, byte[] bytes) {
                    return null;
                }
            }
            """;

    private final Path directory = Files.createTempDirectory("agent-cost");
    private final List<String> agents;

    private AgentCost(Path agent) throws IOException {
        agents = List.of("-Dno=agent", "-javaagent:" + emptyAgent(), "-javaagent:" + agent.toAbsolutePath());
    }

    /**
     * Measures and prints.
     *
     * @param arguments the agent's jar, and how many rounds
     */
    public static void main(String[] arguments) throws Exception {
        AgentCost cost = new AgentCost(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        Path jar = cost.program();
        System.out.println("CPU time in ms, best of " + rounds + "                 without   empty agent   agent");
        cost.print("a program of one class", jar, 0, rounds);
        cost.print("the same with 10,000 classes more", jar, FILES, rounds);
    }

    private void print(String what, Path jar, int files, int rounds) throws IOException {
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.min(best[i], run(agents.get(i), jar, files));
            }
        }
        System.out.printf("%-40s %9.1f %13.1f %7.1f%n", what, best[0] / 1e6, best[1] / 1e6, best[2] / 1e6);
    }

    private static long run(String agent, Path jar, int files) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", agent, "-cp", jar.toString(), "Load", Integer.toString(files))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return Long.parseLong(new String(process.getInputStream().readAllBytes()).strip());
    }

    private Path program() throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        List<Path> files = new ArrayList<>(List.of(Files.writeString(sources.resolve("Load.java"), PROGRAM)));
        for (int i = 0; i < FILES; i++) {
            StringBuilder source = new StringBuilder("package load;\npublic class C" + i + " {\n" + METHODS.formatted("C" + i));
            for (String nested : NESTED) {
                source.append("    public static class ").append(nested).append(" {\n").append(METHODS.formatted(nested)).append("    }\n");
            }
            files.add(Files.writeString(sources.resolve("C" + i + ".java"), source.append("}\n")));
        }
        return jar("program.jar", new Manifest(), files);
    }

    private Path emptyAgent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", "Empty");
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        return jar("empty.jar", manifest, List.of(Files.writeString(directory.resolve("Empty.java"), EMPTY_AGENT)));
    }

    private Path jar(String name, Manifest manifest, List<Path> sources) throws IOException {
        Path classes = Files.createDirectories(directory.resolve(name + "-classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "-proc:none");
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
                throw new IllegalStateException("does not compile");
            }
        }
        Path jar = directory.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest); var found = Files.walk(classes)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
