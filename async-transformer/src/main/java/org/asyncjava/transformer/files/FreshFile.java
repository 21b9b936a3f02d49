package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file that is written beside the one that it is to replace; where that is a symbolic link, beside the file that the link leads to. Closing it
 * removes it, unless it has taken its place.
 */
final class FreshFile implements AutoCloseable {
    /** As many links as file systems follow. */
    private static final int MOST_LINKS = 40;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Tells the files of one process from those of another one; to ask for the number of the process starts threads. */
    private static final String PROCESS = Long.toString(System.currentTimeMillis() << 20 ^ System.nanoTime(), Character.MAX_RADIX);

    private final Path target;
    private final Path path;
    private boolean written;

    private FreshFile(Path target) {
        this.target = target;
        this.path = target.resolveSibling(target.getFileName() + "." + PROCESS + "-" + NUMBER.incrementAndGet() + ".tmp");
    }

    /**
     * Nothing is written until the file is opened.
     *
     * @throws IOException if links lead from the target to nowhere
     */
    static FreshFile beside(Path target) throws IOException {
        return new FreshFile(behindLinks(target));
    }

    /** The last link may lead to a file that is still to be made. */
    private static Path behindLinks(Path target) throws IOException {
        Path file = target;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(target.toString());
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    OutputStream open() throws IOException {
        written = true;
        return Files.newOutputStream(path);
    }

    void write(byte[] bytes) throws IOException {
        try (OutputStream out = open()) {
            out.write(bytes);
        }
    }

    FileTime modified() throws IOException {
        return Files.getLastModifiedTime(path);
    }

    void setModified(FileTime time) throws IOException {
        Files.setLastModifiedTime(path, time);
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
