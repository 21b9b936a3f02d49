package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.marschall.memoryfilesystem.MemoryFileSystemBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line where the input may only be read, on a file system whose permissions hold whoever runs the tests. */
class ReadOnlyInputTest {
    private static final String CLASS_PATH = "/nowhere:/runtime";

    @TempDir
    private Path directory;
    private FileSystem files;
    private Path classes;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void copyClasses() throws IOException {
        files = MemoryFileSystemBuilder.newLinux().addUser("somebody").build("ReadOnlyInputTest");
        classes = files.getPath("/classes");
        Compilation.of(directory.resolve("sample"), "shop/Sample", """
                package shop;
                import java.util.concurrent.CompletableFuture;
                import org.asyncjava.Async;
                import org.asyncjava.Await;
                class Sample { @Async CompletableFuture<String> load(CompletableFuture<String> source) {
                    return CompletableFuture.completedFuture(Await.await(source)); } }
                """);
        Compilation.of(directory.resolve("runtime"), "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
        copy(directory.resolve("sample"), classes);
        copy(directory.resolve("runtime"), files.getPath("/runtime"));
        permit(classes.resolve("shop/Sample.class"), "r--r--r--");
        permit(classes.resolve("shop"), "r-xr-xr-x");
        permit(classes, "r-xr-xr-x");
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Map.Entry<String, byte[]> file : new Compilation(from).classFiles().entrySet()) {
            Path copy = to.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    private int run(String... arguments) {
        return new Main(new PrintStream(out, true), new PrintStream(err, true), new PathSyntax(files, ":")).run(arguments);
    }

    @Test
    void withAnOutputDirectoryItIsTransformed() throws IOException {
        byte[] before = Files.readAllBytes(classes.resolve("shop/Sample.class"));
        assertThat(run("--output", "/out", "-cp", CLASS_PATH, "/classes")).as(err.toString()).isEqualTo(Main.OK);
        assertThat(files.getPath("/out/shop/Sample$load$Async1.class")).exists();
        assertThat(Files.readAllBytes(classes.resolve("shop/Sample.class"))).isEqualTo(before);
        assertThat(run("--output", "/out", "-cp", CLASS_PATH, "/classes")).as("over the output of before: " + err).isEqualTo(Main.OK);
    }

    @Test
    void withoutOneItIsOneErrorAndNothingChanges() throws IOException {
        byte[] before = Files.readAllBytes(classes.resolve("shop/Sample.class"));
        assertThat(run("-cp", CLASS_PATH, "/classes")).isEqualTo(Main.ERRORS);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("/classes/shop: is read-only: the classes are as they were;");
        assertThat(Files.readAllBytes(classes.resolve("shop/Sample.class"))).isEqualTo(before);
        assertThat(classes.resolve("shop")).isDirectoryNotContaining("glob:**.tmp").isDirectoryNotContaining("glob:**Async1.class");
    }

    @Test
    void anOutputDirectoryThatCannotBeMadeIsOneError() {
        assertThat(run("--output", "/classes/out", "-cp", CLASS_PATH, "/classes")).isEqualTo(Main.ERRORS);
        assertThat(err.toString()).startsWith("/classes/out: cannot be written to: access denied: /classes");
    }

    @Test
    void checkingItIsFine() {
        assertThat(run("--check", "-cp", CLASS_PATH, "/classes")).as(err.toString()).isEqualTo(Main.OK);
    }
}
