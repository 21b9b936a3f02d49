package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Replaces a file so that at any moment it is either the old or the new one, also when the disk is full or the JVM dies. */
final class AtomicFile {
    private AtomicFile() {
    }

    /**
     * Writes a file beside its target and moves it there. A target that has these bytes already is not touched.
     *
     * @throws IOException if the directory or the disk refuses; the target is as it was, and nothing is left beside it
     */
    static void write(Path target, byte[] bytes) throws IOException {
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
            return;
        }
        Path fresh = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
