package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path classes;
    private String classPath;

    @BeforeEach
    void makeClassPath() {
        Path runtime = directory.resolve("runtime");
        Compilation.of(runtime, "Abi", "package org.asyncjava.runtime.generated; public final class Abi {"
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
        assertThat(err.toString())
                .contains("async: no directory of class files is given")
                .contains("async: --classpath needs a value")
                .contains("async: unknown option --colour")
                .contains("nowhere is not a directory")
                .contains("Usage: java -jar");
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
        return new Main(new PrintStream(out, true), new PrintStream(err, true)).run(arguments);
    }
}
