package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several inputs that are written to one output directory, and inputs behind links. */
class OutputDirectoryTest {
    @TempDir
    Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path runtime;
    private Path output;

    @BeforeEach
    void makeRuntime() {
        runtime = directory.resolve("runtime");
        Compilation.of(runtime, "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
        output = directory.resolve("output");
    }

    private Path classes(String root, String name) {
        Path classes = directory.resolve(root);
        Compilation.of(classes, name, "class " + name + " { @org.asyncjava.Async java.util.concurrent.CompletableFuture<String> load("
                + "java.util.concurrent.CompletableFuture<String> source) {"
                + " return java.util.concurrent.CompletableFuture.completedFuture(org.asyncjava.Await.await(source)); } }");
        return classes;
    }

    private Path jar(String folder, String name) throws IOException {
        Path jar = Files.createDirectories(directory.resolve(folder)).resolve("app.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(name + ".class"));
            zip.write(new Compilation(classes("of-" + name, name)).classFile(name));
        }
        return jar;
    }

    private int run(Path... inputs) {
        String[] arguments = new String[inputs.length + 4];
        arguments[0] = "--output";
        arguments[1] = output.toString();
        arguments[2] = "--classpath";
        arguments[3] = Compilation.ANNOTATIONS + File.pathSeparator + runtime;
        for (int i = 0; i < inputs.length; i++) {
            arguments[i + 4] = inputs[i].toString();
        }
        return new Main(new PrintStream(out, true), new PrintStream(err, true), PathSyntax.ofThisMachine()).run(arguments);
    }

    @Test
    void jarsOfOneNameAreRefusedAndNothingIsWritten() throws IOException {
        Path one = jar("a", "One");
        Path other = jar("b", "Other");
        assertThat(run(one, other)).isEqualTo(Main.USAGE);
        assertThat(err.toString()).startsWith("async: the results of " + one + " and " + other + " would both be " + output.resolve("app.jar"));
        assertThat(output).doesNotExist();
    }

    @Test
    void directoriesWithAClassOfOneNameAreRefused() {
        assertThat(run(classes("a", "Same"), classes("b", "Same"))).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("would both be " + output.resolve("Same.class"));
    }

    @Test
    void directoriesThatShareAResourceAreMerged() throws IOException {
        Path one = classes("a", "One");
        Path other = classes("b", "Other");
        Files.writeString(one.resolve("notes.txt"), "same");
        Files.writeString(other.resolve("notes.txt"), "same");
        assertThat(run(one, other)).as(err.toString()).isEqualTo(Main.OK);
        assertThat(output).isDirectoryContaining("glob:**One$load$Async1.class").isDirectoryContaining("glob:**Other$load$Async1.class");
    }

    @Test
    void anOutputThatIsTheInputIsRefusedAlsoByAnotherName() throws IOException {
        Path jar = jar("output", "One");
        assertThat(run(jar)).isEqualTo(Main.USAGE);
        Path classes = classes("classes", "One");
        output = Files.createSymbolicLink(directory.resolve("link"), classes);
        assertThat(run(classes)).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("the result of " + jar + " would replace it: leave out --output");
        assertThat(classes).isDirectoryNotContaining("glob:**Async1.class");
    }

    @Test
    void aDirectoryThatIsALinkIsCopiedAndTransformedAndStaysAsItIs() throws IOException {
        Path classes = classes("classes", "One");
        byte[] before = new Compilation(classes).classFile("One");
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.createSymbolicLink(root.resolve("below"), classes);
        Files.createSymbolicLink(root.resolve("round"), root);
        assertThat(run(Files.createSymbolicLink(directory.resolve("link"), root))).as(err.toString()).isEqualTo(Main.OK);
        assertThat(output.resolve("below/One$load$Async1.class")).exists();
        assertThat(new Compilation(classes).classFile("One")).isEqualTo(before);
    }
}
