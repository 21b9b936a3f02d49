package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.TransformerRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor beside others, with options, and where classes go elsewhere than into files. */
class ProcessorTest {
    private static final String TWO_WARNINGS = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.CompletableFuture;
            class Shop {
                @org.asyncjava.Async
                CompletableFuture<Integer> total(CompletableFuture<Integer> price) throws Exception {
                    Thread.sleep(1);
                    total(price);
                    return CompletableFuture.completedFuture(await(price));
                }
            }
            """;

    @TempDir
    Path directory;
    private Workspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = new Workspace(directory);
    }

    @Test
    void warningsDoNotStopTheTransformation() {
        List<Javac.Message> messages = Javac.compile(directory, List.of(workspace.write("Shop.java", TWO_WARNINGS)));
        assertThat(messages).extracting(Javac.Message::code).containsExactly("AJ103", "AJ102");
        assertThat(messages).extracting(Javac.Message::kind).containsOnly(Diagnostic.Kind.WARNING);
        assertThat(workspace.classFiles(".")).containsKey("Shop$total$Async1.class");
    }

    @Test
    void entryPointsAreTransformedAlsoThroughAnAnnotationOfAnotherCompilation() {
        Path annotation = workspace.write("Job.java", "@org.asyncjava.AsyncEntry @interface Job { }");
        assertThat(Javac.compile(directory, List.of(annotation))).isEmpty();
        Path source = workspace.write("Shop.java", """
                class Shop {
                    @org.asyncjava.AsyncEntry
                    public static void main(String[] arguments) {
                    }
                    @Job
                    int count() { return 1; }
                }
                class Plain {
                    @Deprecated
                    int count() { return 1; }
                }
                """);
        assertThat(Javac.compile(directory, List.of(source))).isEmpty();
        assertThat(workspace.classFiles(".").keySet()).filteredOn(name -> name.contains("$"))
                .containsExactlyInAnyOrder("Shop$main$Async1.class", "Shop$count$Async2.class");
    }

    @Test
    void aClassThatIsNamedAsAMachineWouldBeIsNotReplaced() {
        Path source = workspace.write("Shop.java", """
                import static org.asyncjava.Await.await;
                import java.util.concurrent.CompletableFuture;
                class Shop {
                    static class total { static class Async1 { int own; } }
                    @org.asyncjava.Async
                    CompletableFuture<Integer> total(CompletableFuture<Integer> price) { return CompletableFuture.completedFuture(await(price)); }
                }
                """);
        assertThat(Javac.compile(directory, List.of(source))).extracting(Javac.Message::message).singleElement().asString()
                .contains("Shop.class: cannot be transformed: the state machine of one of its async methods would be named Shop$total$Async1");
        assertThat(workspace.classFiles(".").get("Shop$total$Async1.class")).contains(HexFormat.of().formatHex("own".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSecondCompilationReplacesTheMachinesOfTheFirst() {
        List<Path> source = List.of(workspace.write("Shop.java", TWO_WARNINGS));
        assertThat(Javac.compile(directory, source)).extracting(Javac.Message::kind).containsOnly(Diagnostic.Kind.WARNING);
        assertThat(Javac.compile(directory, source)).extracting(Javac.Message::kind).containsOnly(Diagnostic.Kind.WARNING);
    }

    @Test
    void eachLevelCanBeChosen() {
        List<Javac.Message> messages = Javac.compile(directory, List.of(workspace.write("Shop.java", TWO_WARNINGS)),
                "-Aasync.AJ103=error", "-Aasync.AJ102=off");
        assertThat(messages).extracting(Javac.Message::code).containsExactly("AJ103");
        assertThat(messages).extracting(Javac.Message::kind).containsExactly(Diagnostic.Kind.ERROR);
        assertThat(workspace.classFiles(".")).isEmpty();
    }

    @Test
    void withoutDebugInformationTheSameIsReportedAndTransformed() {
        Path source = workspace.write("Shop.java", TWO_WARNINGS);
        List<Javac.Message> expected = Javac.compile(directory, List.of(source));
        assertThat(Javac.compile(directory, List.of(source), "-g:none")).isEqualTo(expected);
        assertThat(workspace.classFiles(".")).containsKey("Shop$total$Async1.class");
    }

    @Test
    void aLevelThatDoesNotExistIsTold() {
        List<Javac.Message> messages = Javac.compile(directory, List.of(workspace.write("Shop.java", TWO_WARNINGS)), "-Aasync.AJ103=loud");
        assertThat(messages).extracting(Javac.Message::message).contains("async: the option AJ103=loud names no rule, or no level"
                + " (error, warning, off)");
    }

    @Test
    void annotationsThatLastAsLongAsACallCanBeNamed() {
        Path source = workspace.write("Shop.java", TWO_WARNINGS.replaceFirst("@org", "@Deprecated @org"));
        assertThat(Javac.compile(directory, List.of(source), "-Aasync.annotations=java.lang.Deprecated")).extracting(Javac.Message::code)
                .contains("AJ107");
        assertThat(Javac.compile(directory, List.of(source), "-Aasync.annotations=java.lang.Deprecated,-java.lang.Deprecated"))
                .extracting(Javac.Message::code).isNotEmpty().doesNotContain("AJ107");
        assertThat(Javac.compile(directory, List.of(source), "-Aasync.annotations=@Deprecated")).extracting(Javac.Message::message)
                .anyMatch(message -> message.startsWith("async: the option annotations=@Deprecated is no list of annotations"));
    }

    @Test
    void anErrorStaysOneWhateverTheOptionSays() {
        String holdsMonitor = TWO_WARNINGS.replace("Thread.sleep(1);", "synchronized (this) { await(price); }");
        List<Javac.Message> messages = Javac.compile(directory, List.of(workspace.write("Shop.java", holdsMonitor)), "-Aasync.AJ003=off");
        assertThat(messages).extracting(Javac.Message::message).contains("async: the option AJ003=off would lower an error, which cannot be:"
                + " code that breaks AJ003 goes wrong when it runs");
        assertThat(messages).filteredOn(message -> message.code().equals("AJ003")).extracting(Javac.Message::kind)
                .containsExactly(Diagnostic.Kind.ERROR);
        assertThat(workspace.classFiles(".")).isEmpty();
    }

    @Test
    void transformingCanBeLeftToAnotherTool() {
        Javac.compile(directory, List.of(workspace.write("Shop.java", TWO_WARNINGS)), "-Aasync.transform=off");
        assertThat(workspace.classFiles(".")).containsOnlyKeys("Shop.class");
    }

    @Test
    void machinesOfMethodsThatAreGoneAreDeleted() {
        Javac.compile(directory, List.of(workspace.write("Shop.java", TWO_WARNINGS)));
        Javac.compile(directory, List.of(workspace.write("Shop.java", "class Shop { @org.asyncjava.Async java.util.concurrent"
                + ".CompletableFuture<?> other(java.util.concurrent.CompletableFuture<?> f) { org.asyncjava.Await.await(f); return f; } }")));
        assertThat(workspace.classFiles(".")).containsOnlyKeys("Shop.class", "Shop$other$Async1.class");
    }

    @Test
    void machinesThatAreAsTheyWereGetTheTimeOfTheirClass() throws IOException {
        Path source = workspace.write("Shop.java", TWO_WARNINGS);
        Javac.compile(directory, List.of(source));
        Path machine = directory.resolve("Shop$total$Async1.class");
        Files.setLastModifiedTime(machine, FileTime.fromMillis(1_000_000_000_000L));
        Javac.compile(directory, List.of(source));
        assertThat(Files.getLastModifiedTime(machine)).isEqualTo(Files.getLastModifiedTime(directory.resolve("Shop.class")));
    }

    /** The compiler's symbols tell the same of nested classes as class files do. */
    @Test
    void theSameIsWrittenAsByTheTransformerWithClassFiles() {
        Path source = workspace.write("Shop.java", """
                import static org.asyncjava.Await.await;
                import java.util.*;
                import java.util.concurrent.*;
                class Shop {
                    enum Kind { ONE; @interface Mark { } }
                    private record Pair(Map.Entry<String, String> entry) { }
                    @org.asyncjava.Async CompletableFuture<String> total(Map.Entry<String, Pair> entry, Kind kind, Kind.Mark mark, Pair pair,
                            ConcurrentHashMap.KeySetView<String, String> keys, CompletableFuture<Boolean> more) {
                        while (await(more)) {
                            keys.clear();
                        }
                        return CompletableFuture.completedFuture("" + entry + kind + mark + pair + keys);
                    }
                }
                """);
        Javac.compile(directory, List.of(source));
        Map<String, String> byPlugin = workspace.classFiles(".");
        Javac.compile(directory, List.of(source), "-Aasync.transform=off");
        new TransformerRun(List.of(directory), List.of(Javac.ANNOTATIONS, Javac.RUNTIME), TransformerOptions.defaults()).transform();
        assertThat(workspace.classFiles(".")).isEqualTo(byPlugin).containsKey("Shop$total$Async1.class");
    }

    @Test
    void aSourceThatDoesNotCompileIsReportedByTheCompilerAlone() {
        List<Javac.Message> messages = Javac.compile(directory, List.of(workspace.write("Shop.java", """
                class Shop {
                    @org.asyncjava.Async
                    Missing total(Absent price) {
                        return () -> org.asyncjava.Await.await(price.get(x -> { synchronized (this) { } }));
                    }
                }
                """)));
        assertThat(messages).extracting(Javac.Message::kind).contains(Diagnostic.Kind.ERROR);
        assertThat(messages).extracting(Javac.Message::code).containsOnly("");
    }

    /** Makes a source with an async method in the first round. */
    private static final class Generator extends AbstractProcessor {
        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (done) {
                return false;
            }
            done = true;
            try (Writer source = processingEnv.getFiler().createSourceFile("made.Generated").openWriter()) {
                source.write("package made; class Generated { int x(java.util.concurrent.CompletableFuture<Integer> f)"
                        + " { return org.asyncjava.Await.await(f); } }");
            } catch (IOException unwritable) {
                throw new IllegalStateException(unwritable);
            }
            return false;
        }
    }

    @Test
    void generatedSourcesAreCheckedToo() throws IOException {
        Path source = workspace.write("Shop.java", TWO_WARNINGS);
        List<List<Processor>> orders = List.of(List.of(new Generator(), new AsyncProcessor()), List.of(new AsyncProcessor(), new Generator()));
        for (List<Processor> order : orders) {
            DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
                JavaCompiler.CompilationTask task = compiler.getTask(null, files, messages,
                        List.of("-d", directory.toString(), "-cp", Workspace.CLASS_PATH), null, files.getJavaFileObjects(source));
                task.setProcessors(order);
                assertThat(task.call()).isFalse();
            }
            assertThat(messages.getDiagnostics()).extracting(each -> each.getMessage(Locale.ROOT).substring(0, 5)).contains("AJ001", "AJ103");
        }
    }

    /** Keeps class files in memory. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, SimpleJavaFileObject> written = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return written.computeIfAbsent(className, MemoryFile::new);
        }

        @Override
        public FileObject getFileForOutput(Location location, String packageName, String relativeName, FileObject sibling) {
            return new MemoryFile(relativeName);
        }
    }

    /** A file in memory. */
    private static final class MemoryFile extends SimpleJavaFileObject {
        MemoryFile(String name) {
            super(URI.create("memory:///" + name), Kind.CLASS);
        }

        @Override
        public java.io.OutputStream openOutputStream() {
            return java.io.OutputStream.nullOutputStream();
        }
    }

    private List<String> compileInMemory(String... options) throws IOException {
        Path source = workspace.write("Shop.java", TWO_WARNINGS);
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
            files.setLocationFromPaths(javax.tools.StandardLocation.CLASS_PATH, List.of(Javac.ANNOTATIONS, Javac.RUNTIME));
            JavaCompiler.CompilationTask task = compiler.getTask(null, new Memory(files), messages, List.of(options), null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(new AsyncProcessor()));
            task.call();
        }
        return messages.getDiagnostics().stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT)).toList();
    }

    @Test
    void whereClassesAreKeptInMemoryTheMendIsNamed() throws IOException {
        assertThat(compileInMemory()).containsExactly("the classes are not written to files, so async methods cannot be transformed here:"
                + " use the goal transform of async-maven-plugin or the Java agent, and tell the compiler so with -Aasync.transform=off");
    }

    @Test
    void classesInMemoryAreFineIfAnotherToolTransformsThem() throws IOException {
        assertThat(compileInMemory("-Aasync.transform=off")).isEmpty();
    }

    @Test
    void aRuntimeThatIsMissingIsTold() {
        Path source = workspace.write("Shop.java", TWO_WARNINGS);
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null);
        JavaCompiler.CompilationTask task = compiler.getTask(null, files, messages,
                List.of("-d", directory.toString(), "-cp", Javac.ANNOTATIONS.toString()), null, files.getJavaFileObjects(source));
        task.setProcessors(List.of(new AsyncProcessor()));
        assertThat(task.call()).isFalse();
        assertThat(messages.getDiagnostics()).extracting(each -> each.getMessage(Locale.ROOT))
                .anyMatch(message -> message.contains("async-runtime is not on the class path"));
    }
}
