package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written beside the one that it is to replace. Closing it removes it, unless it has taken its place. */
final class FreshFile implements AutoCloseable {
    private final Path target;
    private final Path path;
    private boolean written;

    private FreshFile(Path target) {
        this.target = target;
        this.path = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    }

    /** Nothing is written until the file is opened. */
    static FreshFile beside(Path target) {
        return new FreshFile(target);
    }

    OutputStream open() throws IOException {
        written = true;
        return Files.newOutputStream(path);
    }

    boolean isWritten() {
        return written;
    }

    /**
     * Puts the file into its target's place. A target that has the same bytes already is not touched.
     *
     * @throws IOException if that is refused, or the file system cannot replace a file in one step; the target is as it was
     */
    void replaceTarget() throws IOException {
        if (Files.isRegularFile(target) && Files.mismatch(path, target) < 0) {
            return;
        }
        moveToTarget();
    }

    /**
     * Puts the file into its target's place, whatever is there.
     *
     * @throws IOException as above
     */
    void moveToTarget() throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        written = false;
    }

    @Override
    public void close() throws IOException {
        if (written) {
            Files.deleteIfExists(path);
        }
    }
}
