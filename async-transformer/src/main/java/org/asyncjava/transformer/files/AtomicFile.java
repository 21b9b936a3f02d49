package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
        try (FreshFile fresh = FreshFile.beside(target)) {
            try (OutputStream out = fresh.open()) {
                out.write(bytes);
            }
            fresh.replaceTarget();
        }
    }
}
