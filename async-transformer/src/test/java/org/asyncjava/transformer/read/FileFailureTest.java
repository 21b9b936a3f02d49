package org.asyncjava.transformer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFailureTest {
    @Test
    void aMessageThatIsOnlyAPathGetsWords() {
        assertThat(FileFailure.text(new AccessDeniedException("C:\\x"))).isEqualTo("access denied: C:\\x");
        assertThat(FileFailure.text(new NoSuchFileException("x"))).isEqualTo("no such file or directory: x");
        assertThat(FileFailure.text(new DirectoryNotEmptyException("x"))).isEqualTo("something else is in the way: x");
    }

    @Test
    void aMessageThatSaysMoreIsLeftAsItIs() {
        assertThat(FileFailure.text(new AtomicMoveNotSupportedException("a", "b", "not in one step"))).isEqualTo("a -> b: not in one step");
        assertThat(FileFailure.text(new IOException("No space left on device"))).isEqualTo("No space left on device");
    }

    @Test
    void anExceptionWithoutMessageIsNamed() {
        assertThat(FileFailure.text(new EOFException())).isEqualTo("java.io.EOFException");
    }
}
