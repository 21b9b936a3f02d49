package org.asyncjava.transformer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] BYTES = {1, 2, 3};
    private static final FileTime TIME = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    Path directory;

    @Test
    void aFileIsReplaced() throws IOException {
        Path target = Files.write(directory.resolve("Sample.class"), new byte[] {9});
        AtomicFile.write(target, BYTES, TIME);
        assertThat(target).hasBinaryContent(BYTES);
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(TIME);
        assertThat(siblings()).containsExactly("Sample.class");
    }

    @Test
    void aFileThatHasTheBytesAlreadyGetsTheTime() throws IOException {
        Path target = Files.write(directory.resolve("Sample.class"), BYTES);
        Object file = Files.readAttributes(target, BasicFileAttributes.class).fileKey();
        AtomicFile.write(target, BYTES, TIME);
        assertThat(Files.getLastModifiedTime(target)).isEqualTo(TIME);
        assertThat(Files.readAttributes(target, BasicFileAttributes.class).fileKey()).isEqualTo(file);
    }

    @Test
    void aTargetThatCannotBeReplacedStaysAndNothingIsLeftBesideIt() throws IOException {
        Path target = Files.createDirectories(directory.resolve("Sample.class"));
        Files.writeString(target.resolve("in-the-way"), "");
        assertThatThrownBy(() -> AtomicFile.write(target, BYTES, TIME)).isInstanceOf(IOException.class);
        assertThat(siblings()).containsExactly("Sample.class");
        assertThat(target.resolve("in-the-way")).exists();
    }

    @Test
    void aDirectoryThatDoesNotExistIsAnError() {
        Path target = directory.resolve("missing").resolve("Sample.class");
        assertThatThrownBy(() -> AtomicFile.write(target, BYTES, TIME)).isInstanceOf(IOException.class);
    }

    private Stream<String> siblings() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
