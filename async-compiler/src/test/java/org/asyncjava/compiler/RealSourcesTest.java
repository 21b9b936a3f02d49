package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.compiler.source.SourceReport;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Source trees of well-known libraries, which have awaits, locks and {@code @Async} of their own and none of ours: nothing is reported. */
@Tag("nightly")
class RealSourcesTest {
    private static final Path TREES = Path.of(System.getProperty("async.trees", "target/trees"));
    /** Shows that the plugin was there: a warning in line 7, and an async method. */
    private static final String PLANTED = """
            package planted;
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            public class Planted {
                @org.asyncjava.Async
                public CompletableFuture<Integer> total(CompletableFuture<Integer> price) throws Exception {
                    Thread.sleep(1);
                    return CompletableFuture.completedFuture(await(price));
                }
            }
            """;

    @TempDir
    Path directory;

    static List<Path> compiled() throws IOException {
        return jars("compiled");
    }

    static List<Path> all() throws IOException {
        return Stream.concat(compiled().stream(), jars("checked").stream()).toList();
    }

    private static List<Path> jars(String folder) throws IOException {
        try (Stream<Path> files = Files.list(TREES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void thePluginReportsNothingAndLeavesEachClassAsItIs(Path jar) throws IOException {
        List<Path> sources = unpack(jar);
        Path planted = Files.writeString(Files.createDirectories(directory.resolve("planted")).resolve("Planted.java"), PLANTED);
        List<Path> all = Stream.concat(Stream.of(planted), sources.stream()).toList();
        long without = Math.min(compile(all, "without", List.of()).cpuMillis(), compile(all, "without", List.of()).cpuMillis());
        Compiled first = compile(all, "with", List.of(new AsyncProcessor()));
        Compiled second = compile(all, "with", List.of(new AsyncProcessor()));
        assertThat(first.reported()).containsExactly("Planted.java:7 AJ103");
        assertThat(second.reported()).isEqualTo(first.reported());
        Map<String, String> plain = new Workspace(directory).classFiles("without");
        Map<String, String> finished = new Workspace(directory).classFiles("with");
        assertThat(plain).hasSizeGreaterThan(sources.size() / 2);
        assertThat(finished).containsKey("planted/Planted$total$Async1.class");
        finished.keySet().removeIf(name -> name.startsWith("planted/"));
        plain.keySet().removeIf(name -> name.startsWith("planted/"));
        assertThat(finished.keySet()).isEqualTo(plain.keySet());
        assertThat(finished.entrySet().stream().filter(each -> !each.getValue().equals(plain.get(each.getKey()))).map(Map.Entry::getKey)).isEmpty();
        System.out.printf(Locale.ROOT, "%s: %d files, javac %d ms CPU, with the plugin %d ms%n", jar.getFileName(), sources.size(), without,
                Math.min(first.cpuMillis(), second.cpuMillis()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSourceCheckReportsNothing(Path jar) throws IOException {
        SourceReport report = check(jar.getFileName().toString(), unpack(jar));
        assertThat(report.all()).isEmpty();
        assertThat(report.checked()).hasSizeGreaterThan(200);
    }

    @Test
    void aThousandFilesFullOfAwaits() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int copy = 0; sources.size() < 1000; copy++) {
            Path folder = Files.createDirectories(directory.resolve("copy" + copy));
            for (Path source : Promises.corpus()) {
                String text = "package copy" + copy + ";\n" + Files.readString(source).replaceFirst("^package [^;]*;", "");
                sources.add(Files.writeString(folder.resolve(source.getFileName()), text));
            }
        }
        assertThat(check("copies of the corpus", sources).all()).hasSizeGreaterThan(9_000);
    }

    private static SourceReport check(String name, List<Path> sources) {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = process.getProcessCpuTime();
        SourceReport report = new SourceCheck(StandardCharsets.UTF_8, List.of()).check(sources);
        long millis = (process.getProcessCpuTime() - start) / 1_000_000;
        assertThat(report.remarks()).isEmpty();
        assertThat(report.checked()).hasSize(sources.size());
        System.out.printf(Locale.ROOT, "%s: %d files, source check %d ms CPU%n", name, sources.size(), millis);
        return report;
    }

    /**
     * What a compilation did.
     *
     * @param reported what the rules reported: file, line and code
     * @param cpuMillis time of this thread
     */
    private record Compiled(List<String> reported, long cpuMillis) {
    }

    private Compiled compile(List<Path> sources, String output, List<Processor> processors) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<Path> classPath = new ArrayList<>(jars("libraries"));
        classPath.addAll(List.of(Javac.ANNOTATIONS, Javac.RUNTIME));
        List<String> options = List.of("-d", directory.resolve(output).toString(), "-encoding", "UTF-8", "-Xmaxwarns", "100000", "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(task.call()).as(() -> messages.getDiagnostics().toString()).isTrue();
            long cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
            return new Compiled(messages.getDiagnostics().stream().filter(each -> !Javac.Message.of(each).code().isEmpty())
                    .map(each -> Path.of(each.getSource().getName()).getFileName() + ":" + each.getLineNumber() + " " + Javac.Message.of(each).code())
                    .toList(), cpu);
        }
    }

    private List<Path> unpack(Path jar) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(jar); ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".java") && !entry.getName().endsWith("module-info.java") && !entry.getName().startsWith("META-INF")) {
                    Path file = directory.resolve("sources").resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                    sources.add(file);
                }
            }
        }
        return sources;
    }
}
