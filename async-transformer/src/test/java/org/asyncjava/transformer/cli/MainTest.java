package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String LOAD = "@Async CompletableFuture<String> load(CompletableFuture<String> source) {"
            + " return CompletableFuture.completedFuture(Await.await(source)); }";

    @TempDir
    Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path classes;
    private String classPath;

    @BeforeEach
    void makeClassPath() {
        Path runtime = directory.resolve("runtime");
        Compilation.of(runtime, "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
        classes = directory.resolve("classes");
        classPath = Compilation.ANNOTATIONS + File.pathSeparator + runtime;
    }

    @Test
    void classesAreTransformedAndSummedUpInOneLine() {
        compile("@Async CompletableFuture<String> load(CompletableFuture<String> source) {"
                + " return CompletableFuture.completedFuture(Await.await(source)); }");
        assertThat(run("--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(out.toString()).matches("async: 1 method in 1 class transformed in \\d+ ms\\R");
        assertThat(err.toString()).isEmpty();
        assertThat(classes.resolve("Sample$load$Async1.class")).exists();
    }

    @Test
    void violationsGoToTheErrorStreamAndGiveExitCodeOne() {
        compile("String load(CompletableFuture<String> source) { return Await.await(source); }");
        assertThat(run("--classpath", classPath, classes.toString())).isEqualTo(Main.ERRORS);
        assertThat(err.toString()).startsWith("Sample.java:[4] AJ001 await in Sample.load, which is not async");
    }

    @Test
    void sarifNamesRuleLevelMessageAndPlace() {
        compile("String load(CompletableFuture<String> source) { return Await.await(source); }");
        assertThat(run("--check", "--sarif", "--rule", "AJ101=warning", "--classpath", classPath, classes.toString())).isEqualTo(Main.ERRORS);
        assertThat(out.toString()).startsWith("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{")
                .contains("{\"id\":\"AJ103\",\"name\":\"BLOCKING_CALL\"")
                .contains("{\"ruleId\":\"AJ001\",\"ruleIndex\":0,\"level\":\"error\",\"message\":{\"text\":\"await in Sample.load, which is not async")
                .contains("{\"artifactLocation\":{\"uri\":\"Sample.java\"},\"region\":{\"startLine\":4}}");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().chars().filter(c -> c == '{').count()).isEqualTo(out.toString().chars().filter(c -> c == '}').count());
    }

    @Test
    void checkingWritesNothing() {
        byte[] before = compile("@Async CompletableFuture<String> load() { return null; }").classFile("Sample");
        assertThat(run("--check", "--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(out.toString()).isEqualToNormalizingNewlines("async: no errors\n");
        assertThat(new Compilation(classes).classFile("Sample")).isEqualTo(before);
    }

    @Test
    void argumentsThatMakeNoSenseGiveExitCodeTwoAndTheUsage() {
        assertThat(run()).isEqualTo(Main.USAGE);
        assertThat(run("--classpath")).isEqualTo(Main.USAGE);
        assertThat(run("--colour", "red")).isEqualTo(Main.USAGE);
        assertThat(run(directory.resolve("nowhere").toString())).isEqualTo(Main.USAGE);
        assertThat(run("--jobs", "0", directory.toString())).isEqualTo(Main.USAGE);
        assertThat(run("--rule", "AJ999=off", directory.toString())).isEqualTo(Main.USAGE);
        assertThat(err.toString())
                .contains("async: Missing required parameter: 'PATH'")
                .contains("async: Missing required parameter for option '--class-path'")
                .contains("async: Unknown option: '--colour'")
                .contains("nowhere is neither a directory nor a jar")
                .contains("async: --jobs needs a number from 1")
                .contains("async: --rule AJ999=off names no rule")
                .contains("Usage: java -jar");
    }

    @Test
    void anErrorThatIsToBeLoweredIsRefusedAndNothingIsTransformed() {
        byte[] before = compile("@Async synchronized CompletableFuture<String> load(CompletableFuture<String> source) {"
                + " return CompletableFuture.completedFuture(Await.await(source)); }").classFile("Sample");
        assertThat(run("--rule", "AJ003=warning", "--classpath", classPath, classes.toString())).isEqualTo(Main.USAGE);
        assertThat(run("--rule", "AJ001=off", "--classpath", classPath, classes.toString())).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("async: --rule AJ003=warning would lower an error, which cannot be: code that breaks AJ003 goes wrong"
                + " when it runs").contains("--rule AJ001=off would lower an error");
        assertThat(new Compilation(classes).classFile("Sample")).isEqualTo(before);
    }

    @Test
    void severalThreadsGiveTheSameResultAsOne() throws IOException {
        compile(LOAD);
        Path other = directory.resolve("other");
        assertThat(run("--output", other.toString(), "--jobs", "4", "--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(run("--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(other.resolve("Sample.class")).hasSameBinaryContentAs(classes.resolve("Sample.class"));
    }

    @Test
    void theInputOfAnOutputDirectoryIsOnlyRead() throws IOException {
        byte[] before = compile(LOAD).classFile("Sample");
        Files.writeString(classes.resolve("notes.txt"), "kept");
        Path output = directory.resolve("output");
        assertThat(run("--output", output.toString(), "--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(new Compilation(classes).classFile("Sample")).isEqualTo(before);
        assertThat(output.resolve("Sample$load$Async1.class")).exists();
        assertThat(output.resolve("notes.txt")).hasContent("kept");
    }

    @Test
    void jsonHasEveryViolationAndProblem() throws IOException {
        compile("String load(CompletableFuture<String> source) { return Await.await(source); }");
        Files.write(classes.resolve("Broken.class"), new byte[] {1, 2, 3});
        assertThat(run("--json", "--classpath", classPath, classes.toString())).isEqualTo(Main.ERRORS);
        assertThat(out.toString()).startsWith("{\"methods\":0,\"classes\":0,")
                .contains("\"code\":\"AJ001\",\"level\":\"error\",\"file\":\"Sample.java\",\"line\":4,")
                .contains("Broken.class\",\"message\":\"the class file is damaged");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void jsonStringsAreEscaped() {
        assertThat(JsonReport.quoted("a\"b\\c\n")).isEqualTo("\"a\\\"b\\\\c\\u000a\"");
    }

    @Test
    void aRuleCanBeTurnedIntoAWarning() {
        compile("@Async CompletableFuture<String> load() { return CompletableFuture.completedFuture(null); }");
        assertThat(run("--rule", "AJ101=warning", "--check", "--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(err.toString()).startsWith("warning: Sample.java:[4] AJ101 ");
    }

    @Test
    void annotationsThatLastAsLongAsACallCanBeNamed() {
        compile("@Async @Deprecated CompletableFuture<String> load(CompletableFuture<String> source) {"
                + " return CompletableFuture.completedFuture(Await.await(source)); }");
        assertThat(run("--rule", "AJ107=warning", "--check", "--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(err.toString()).isEmpty();
        assertThat(run("--rule", "AJ107=error", "--annotations", "java.lang.Deprecated", "--check", "--classpath", classPath, classes.toString()))
                .isEqualTo(Main.ERRORS);
        assertThat(err.toString()).startsWith("Sample.java:[4] AJ107 @Deprecated of Sample.load lasts only until the method suspends");
        assertThat(run("--annotations", "@Deprecated", "--check", classes.toString())).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("async: --annotations @Deprecated is no list of annotations");
    }

    @Test
    void quietSaysNothingWhenAllIsWell() {
        compile(LOAD);
        assertThat(run("-q", "--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(run("--version")).isEqualTo(Main.OK);
        assertThat(out.toString()).startsWith("async-transformer ");
    }

    @Test
    void helpIsNoError() {
        assertThat(run("--help")).isEqualTo(Main.OK);
        assertThat(out.toString()).startsWith("Usage: java -jar").contains("--verify");
    }

    @Test
    void listingsAreWrittenWhereAsked() {
        compile("@Async CompletableFuture<String> load(CompletableFuture<String> source) {"
                + " return CompletableFuture.completedFuture(Await.await(source)); }");
        Path listings = directory.resolve("listings");
        assertThat(run("--dump", listings.toString(), "--keep-locals", "--classpath", classPath, classes.toString())).isEqualTo(Main.OK);
        assertThat(listings).isDirectoryRecursivelyContaining("regex:.*Sample.*");
    }

    private Compilation compile(String member) {
        return Compilation.of(classes, "Sample", """
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.Async;
                import org.asyncjava.Await;
                class Sample { %s }
                """.formatted(member));
    }

    private int run(String... arguments) {
        return new Main(new PrintStream(out, true), new PrintStream(err, true), PathSyntax.ofThisMachine()).run(arguments);
    }
}
