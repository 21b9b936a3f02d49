package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.testing.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories, class files and jars that are symbolic links, and files that are none. */
class LinksTest {
    private static final String LOAD = "@Async CompletableFuture<String> load(CompletableFuture<String> source) {"
            + " return CompletableFuture.completedFuture(await(source)); }";

    @TempDir
    Path directory;
    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(directory);
        project.compile("Good", "class Good { " + LOAD + " }");
    }

    private Path link(String name, Path target) throws IOException {
        return Files.createSymbolicLink(directory.resolve(name), target);
    }

    private Report transform(Path classes) {
        return new TransformerRun(List.of(classes), List.of(Compilation.ANNOTATIONS, project.runtime), TransformerOptions.defaults()).transform();
    }

    @Test
    void aDirectoryThatIsALinkIsEntered() throws IOException {
        Report report = transform(link("link", project.classes));
        assertThat(report.errors()).isEmpty();
        assertThat(report.methods()).isOne();
        assertThat(project.files()).containsExactly("Good$load$Async1.class", "Good.class");
    }

    @Test
    void aLinkToALinkIsEnteredAndSoIsADirectoryBelowThatIsOne() throws IOException {
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.createSymbolicLink(root.resolve("below"), Path.of("..", "classes"));
        assertThat(transform(link("outer", link("inner", root))).methods()).isOne();
        assertThat(project.files()).containsExactly("Good$load$Async1.class", "Good.class");
    }

    @Test
    void linksThatGoRoundInCirclesEnd() throws IOException {
        Files.createSymbolicLink(project.file("self"), project.classes);
        Files.createSymbolicLink(project.file("up"), Path.of(".."));
        Files.createSymbolicLink(project.file("ring"), project.file("ring"));
        Path deep = project.classes;
        for (int i = 0; i < 40; i++) {
            Path next = Files.createDirectory(directory.resolve("level" + i));
            Files.createSymbolicLink(deep.resolve("left"), next);
            Files.createSymbolicLink(deep.resolve("right"), next);
            deep = next;
        }
        Report report = project.transform();
        assertThat(report.errors()).isEmpty();
        assertThat(report.methods()).isOne();
        assertThat(project.file("self")).isSymbolicLink();
    }

    @Test
    void aClassFileThatIsALinkStaysOneAndTheFileBehindItIsReplaced() throws IOException {
        Path store = Files.createDirectories(directory.resolve("store"));
        Path content = Files.move(project.file("Good.class"), store.resolve("0a1b2c"));
        Files.createSymbolicLink(project.file("Good.class"), Path.of("..", "store", "0a1b2c"));
        byte[] before = Files.readAllBytes(content);
        assertThat(project.transform().errors()).isEmpty();
        assertThat(project.file("Good.class")).isSymbolicLink();
        assertThat(Files.readAllBytes(content)).isNotEqualTo(before);
        assertThat(project.file("Good$load$Async1.class")).exists();
        assertThat(store).isDirectoryNotContaining("glob:**.tmp");
        assertThat(project.transform().summary()).isEqualTo("async: nothing to transform");
    }

    @Test
    void aJarThatIsALinkStaysOneAndTheFileBehindItIsReplaced() throws IOException {
        Path jar = directory.resolve("real.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("Good.class"));
            out.write(Files.readAllBytes(project.file("Good.class")));
        }
        byte[] before = Files.readAllBytes(jar);
        Path link = link("app.jar", Path.of("real.jar"));
        Report report = new JarRun(link, link, List.of(Compilation.ANNOTATIONS, project.runtime), TransformerOptions.defaults())
                .transform(Workers.caller());
        assertThat(report.errors()).isEmpty();
        assertThat(report.methods()).isOne();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllBytes(jar)).isNotEqualTo(before);
    }

    @Test
    void aLinkToNothingIsToldAndTheOthersAreTransformed() throws IOException {
        Files.createSymbolicLink(project.file("Lost.class"), Path.of("nowhere"));
        Files.createSymbolicLink(project.file("lost.txt"), Path.of("nowhere"));
        Report report = project.transform();
        assertThat(report.errors()).singleElement().asString().contains("Lost.class: cannot be read: no such file or directory");
        assertThat(report.methods()).isOne();
    }

    @Test
    void aSocketOrADeviceNamedAsAClassFileIsToldAndNotOpened() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(project.file("Socket.class")));
            assertThat(project.transform().errors()).singleElement().asString()
                    .contains("Socket.class: cannot be read: it is a directory, a pipe, a socket or a device, not a file");
        }
        Path zero = Path.of("/dev/zero");
        assumeThat(Files.exists(zero)).isTrue();
        Files.delete(project.file("Socket.class"));
        Files.createSymbolicLink(project.file("Zero.class"), zero);
        assertThat(project.transform().errors()).singleElement().asString().contains("Zero.class: cannot be read: it is a directory, a pipe");
    }

    @Test
    void aDeviceOnTheClassPathIsPassedOver() {
        Path zero = Path.of("/dev/zero");
        assumeThat(Files.exists(zero)).isTrue();
        Report report = new TransformerRun(List.of(project.classes), List.of(Compilation.ANNOTATIONS, zero, project.runtime), TransformerOptions.defaults())
                .transform();
        assertThat(report.errors()).isEmpty();
    }

    @Test
    void aFileLargerThanAnyClassIsToldAndNotRead() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(project.file("Huge.class").toFile(), "rw")) {
            file.setLength(5L << 30);
        }
        Report report = project.transform();
        assertThat(report.errors()).singleElement().asString()
                .endsWith("Huge.class: cannot be read: it has more than 64 MiB, which no class and no source has");
        assertThat(report.methods()).isOne();
    }
}
