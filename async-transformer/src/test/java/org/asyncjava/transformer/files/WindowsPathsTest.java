package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over directories of a file system with backslashes, drives, and names whose case does not matter. */
class WindowsPathsTest {
    private static final String GOOD = """
            package shop;
            import java.util.concurrent.CompletableFuture;
            import org.asyncjava.Async;
            import org.asyncjava.Await;
            class Good { @Async CompletableFuture<String> load(CompletableFuture<String> source) {
                return CompletableFuture.completedFuture(Await.await(source)); } }
            """;

    @TempDir
    private Path directory;
    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows().toBuilder().setRoots("C:\\", "D:\\", "\\\\server\\share\\").build());
    private Path classes;
    private Path runtime;

    @BeforeEach
    void copyClasses() throws IOException {
        Compilation.of(directory.resolve("compiled"), "shop/Good", GOOD);
        Compilation.of(directory.resolve("runtime"), "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
        classes = windows.getPath("C:\\Program Files\\Shop & Co\\classes");
        runtime = windows.getPath("\\\\server\\share\\runtime");
        copy("compiled/shop/Good.class", classes.resolve("shop\\Good.class"));
        copy("runtime/org/asyncjava/runtime/abi/Abi.class", runtime.resolve("org\\asyncjava\\runtime\\abi\\Abi.class"));
    }

    private void copy(String from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(directory.resolve(from), to);
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    private Report transform() {
        List<Path> classPath = List.of(Compilation.ANNOTATIONS, runtime);
        return new TransformerRun(List.of(classes), classPath, TransformerOptions.defaults()).transform();
    }

    @Test
    void aDirectoryOnADriveIsTransformedWithARuntimeOnAServer() {
        Report report = transform();
        assertThat(report.errors()).isEmpty();
        assertThat(report.methods()).isOne();
        assertThat(classes.resolve("shop\\Good$load$Async1.class")).exists();
        assertThat(transform().summary()).isEqualTo("async: nothing to transform");
    }

    @Test
    void aMachineOfAMethodThatIsGoneIsDeleted() throws IOException {
        transform();
        Compilation.of(directory.resolve("compiled"), "shop/Good", GOOD.replace("load", "fetch"));
        Files.delete(classes.resolve("shop\\Good.class"));
        copy("compiled/shop/Good.class", classes.resolve("SHOP\\Good.class"));
        assertThat(transform().errors()).isEmpty();
        assertThat(classes.resolve("shop")).isDirectoryContaining("glob:**Good$fetch$Async1.class")
                .isDirectoryNotContaining("glob:**Good$load$Async1.class");
    }

    @Test
    void listingsAreWrittenOnAnotherDrive() {
        Path dump = windows.getPath("D:\\listings");
        TransformerOptions options = TransformerOptions.defaults().withDump(dump);
        Report report = new TransformerRun(List.of(classes), List.of(Compilation.ANNOTATIONS, runtime), options).transform();
        assertThat(report.errors()).isEmpty();
        assertThat(dump.resolve("shop\\Good.txt")).exists();
    }

    @Test
    void aProblemIsToldWithThePathThatWindowsHasForIt() throws IOException {
        Files.write(classes.resolve("shop\\Broken.class"), new byte[] {1, 2, 3});
        assertThat(transform().errors()).singleElement().asString()
                .startsWith("C:\\Program Files\\Shop & Co\\classes\\shop\\Broken.class: the class file is damaged");
    }

    @Test
    void aMissingRuntimeIsToldWithThePathToo() throws IOException {
        runtime = windows.getPath("D:\\nowhere");
        assertThat(transform().errors()).singleElement().asString()
                .startsWith("C:\\Program Files\\Shop & Co\\classes\\shop\\Good.class: contains async methods, but async-runtime is not");
    }

    @Test
    void aJarThatIsWrittenToADriveHasSlashesInTheNamesOfItsEntries() throws IOException {
        Path jar = directory.resolve("app.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("shop/Good.class"));
            out.write(Files.readAllBytes(classes.resolve("shop\\Good.class")));
        }
        Path target = windows.getPath("D:\\app.jar");
        Report report = new JarRun(jar, target, List.of(Compilation.ANNOTATIONS, runtime), TransformerOptions.defaults())
                .transform(Workers.caller());
        assertThat(report.errors()).isEmpty();
        Path copy = Files.copy(target, directory.resolve("copy.jar"));
        try (JarFile written = new JarFile(copy.toFile())) {
            assertThat(written.stream().map(ZipEntry::getName)).containsExactly("shop/Good.class", "shop/Good$load$Async1.class");
        }
    }
}
