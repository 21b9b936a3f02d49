package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.marschall.memoryfilesystem.MemoryFileSystemBuilder;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that may be read and not written, on a file system whose permissions hold whoever runs the tests. */
class ReadOnlyTest {
    private static final String GOOD = """
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            import org.asyncjava.Await;
            class Good { @Async CompletableFuture<String> load(CompletableFuture<String> source) {
                return CompletableFuture.completedFuture(Await.await(source)); } }
            """;

    @TempDir
    private Path directory;
    private FileSystem files;
    private Path classes;

    @BeforeEach
    void copyClasses() throws IOException {
        files = MemoryFileSystemBuilder.newLinux().addUser("somebody").build("ReadOnlyTest");
        classes = Files.createDirectories(files.getPath("/classes"));
        Compilation.of(directory.resolve("runtime"), "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
        for (String name : List.of("Good", "Better")) {
            Files.write(classes.resolve(name + ".class"),
                    Compilation.of(directory.resolve("compiled"), name, GOOD.replace("Good", name)).classFile(name));
        }
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    private void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private Report transform() {
        List<Path> classPath = List.of(Compilation.ANNOTATIONS, directory.resolve("runtime"));
        return new TransformerRun(List.of(classes), classPath, TransformerOptions.defaults()).transform();
    }

    @Test
    void aReadOnlyDirectoryGivesOneErrorForAllItsClassesAndStaysAsItIs() throws IOException {
        byte[] before = Files.readAllBytes(classes.resolve("Good.class"));
        permit(classes, "r-xr-xr-x");
        Report report = transform();
        assertThat(report.errors()).containsExactly("/classes: is read-only: the classes are as they were;"
                + " make it writable, or have the result written to another directory");
        assertThat(report.methods()).isZero();
        assertThat(Files.readAllBytes(classes.resolve("Good.class"))).isEqualTo(before);
        assertThat(classes).isDirectoryNotContaining("glob:**Async1.class").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void severalReadOnlyDirectoriesAreCounted() throws IOException {
        for (String name : List.of("one", "two")) {
            Path folder = Files.createDirectories(classes.resolve(name));
            Files.write(folder.resolve("Good.class"), Files.readAllBytes(classes.resolve("Good.class")));
            permit(folder, "r-xr-xr-x");
        }
        Report report = transform();
        assertThat(report.errors()).singleElement().asString().startsWith("/classes/one: is read-only, like 1 other directory: ");
        assertThat(report.methods()).as("those that can be written are").isEqualTo(2);
    }

    @Test
    void aReadOnlyFileInAWritableDirectoryIsReplaced() throws IOException {
        permit(classes.resolve("Good.class"), "r--r--r--");
        assertThat(transform().errors()).isEmpty();
        assertThat(classes.resolve("Good$load$Async1.class")).exists();
    }

    @Test
    void checkingAReadOnlyDirectoryIsFine() throws IOException {
        permit(classes, "r-xr-xr-x");
        List<Path> classPath = List.of(Compilation.ANNOTATIONS, directory.resolve("runtime"));
        Report report = new TransformerRun(List.of(classes), classPath, TransformerOptions.defaults()).check();
        assertThat(report.errors()).isEmpty();
        assertThat(report.methods()).isEqualTo(2);
    }

    @Test
    void aDirectoryThatCannotBeLookedIntoIsReportedAndTheRestIsDone() throws IOException {
        Path locked = Files.createDirectories(classes.resolve("locked"));
        permit(locked, "---------");
        Report report = transform();
        assertThat(report.errors()).containsExactly("/classes/locked: cannot be read: access denied: /classes/locked");
        assertThat(report.methods()).isEqualTo(2);
    }

    @Test
    void aFileThatCannotBeReadIsReportedAndTheRestIsDone() throws IOException {
        permit(classes.resolve("Good.class"), "---------");
        Report report = transform();
        assertThat(report.errors()).containsExactly("/classes/Good.class: cannot be read: access denied: /classes/Good.class");
        assertThat(report.methods()).isOne();
    }

    @Test
    void aJarForAReadOnlyDirectoryIsNotWritten() throws IOException {
        Path jar = directory.resolve("app.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("Good.class"));
            out.write(Files.readAllBytes(classes.resolve("Good.class")));
        }
        permit(classes, "r-xr-xr-x");
        List<Path> classPath = List.of(Compilation.ANNOTATIONS, directory.resolve("runtime"));
        Report report = new JarRun(jar, classes.resolve("app.jar"), classPath, TransformerOptions.defaults()).transform(Workers.caller());
        assertThat(report.errors()).singleElement().asString().startsWith(jar + ": is as it was: access denied: /classes");
    }
}
