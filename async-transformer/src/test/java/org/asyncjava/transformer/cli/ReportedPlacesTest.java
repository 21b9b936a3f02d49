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

/** What is said of several directories, and what of a run that did nothing. */
class ReportedPlacesTest {
    @TempDir
    Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path runtime;

    @BeforeEach
    void makeRuntime() {
        runtime = directory.resolve("runtime");
        Compilation.of(runtime, "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
    }

    private Path classes(String root, String annotation) {
        Path classes = directory.resolve(root);
        Compilation.of(classes, "Sample", "class Sample { " + annotation + " java.util.concurrent.CompletableFuture<?> load("
                + "java.util.concurrent.CompletableFuture<?> x) { return java.util.concurrent.CompletableFuture.completedFuture(org.asyncjava.Await.await(x)); } }");
        return classes;
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--classpath";
        all[arguments.length + 1] = Compilation.ANNOTATIONS + File.pathSeparator + runtime;
        return new Main(new PrintStream(out, true), new PrintStream(err, true), PathSyntax.ofThisMachine()).run(all);
    }

    @Test
    void eachErrorNamesItsClassFileSoThatDirectoriesCanBeToldApart() {
        Path one = classes("one", "");
        Path two = classes("two", "");
        assertThat(run(one.toString(), two.toString())).isEqualTo(Main.ERRORS);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("Sample.java:[1] AJ001 await in Sample.load"))
                .anyMatch(line -> line.endsWith("(" + one.resolve("Sample.class") + ")")).anyMatch(line -> line.endsWith("(" + two.resolve("Sample.class") + ")"));
        assertThat(out.toString()).isEqualToNormalizingNewlines("async: nothing transformed, 2 errors\n");
    }

    @Test
    void jsonAndSarifNameThemToo() {
        Path one = classes("one", "");
        run("--check", "--json", one.toString());
        run("--check", "--sarif", one.toString());
        assertThat(out.toString()).contains("\"class\":\"Sample\",\"classFile\":\"" + one.resolve("Sample.class") + "\"")
                .contains("\"analysisTarget\":{\"uri\":\"" + one.resolve("Sample.class").toUri() + "\"}");
    }

    @Test
    void nothingToTransformIsSaidOfARunWithoutErrorsAlone() throws IOException {
        assertThat(run(Files.createDirectory(directory.resolve("empty")).toString())).isEqualTo(Main.OK);
        assertThat(out.toString()).isEqualToNormalizingNewlines("async: nothing to transform\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aDumpThatCannotBeWrittenIsSaidBeforeAnythingIsDone() throws IOException {
        Path classes = classes("one", "@org.asyncjava.Async");
        Path file = Files.writeString(directory.resolve("file"), "in the way");
        assertThat(run("--dump", file.toString(), classes.toString())).isEqualTo(Main.USAGE);
        assertThat(run("--dump", file.resolve("below").toString(), classes.toString())).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("async: --dump " + file + " cannot be written to: ").doesNotContain("defect");
        assertThat(classes).isDirectoryNotContaining("glob:**Async1.class");
    }

    @Test
    void aDumpThatFailsOnTheWayIsAWarningAndTheClassIsTransformed() throws IOException {
        Path classes = classes("one", "@org.asyncjava.Async");
        Path dump = directory.resolve("dump");
        Files.createDirectories(dump.resolve("Sample.class"));
        Files.writeString(dump.resolve("Sample.class/something"), "in the way");
        assertThat(run("--dump", dump.toString(), classes.toString())).isEqualTo(Main.OK);
        assertThat(err.toString()).startsWith("warning: the dump of Sample cannot be written: ").doesNotContain("defect");
        assertThat(classes).isDirectoryContaining("glob:**Async1.class");
    }
}
