package org.asyncjava.transformer.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads what is no larger than a class file or a source file can sensibly be, and only from files: a pipe may never say anything and a device
 * may never end.
 */
public final class BoundedFile {
    /** Many times the size of the largest class that any compiler is known to have written. */
    public static final int MOST_BYTES = 64 << 20;

    private BoundedFile() {
    }

    /**
     * Reads a file.
     *
     * @param file a file, or a symbolic link to one
     * @return its bytes
     * @throws IOException if it is something else, too large, or cannot be read
     */
    public static byte[] read(Path file) throws IOException {
        return read(file, Files.readAttributes(file, BasicFileAttributes.class));
    }

    /**
     * Reads a file that has been looked at.
     *
     * @param file a file, or a symbolic link to one
     * @param found what the file system says of it; of a link that was not followed, as it led to nothing, it is asked again
     * @return its bytes
     * @throws IOException if it is something else, too large, or cannot be read
     */
    public static byte[] read(Path file, BasicFileAttributes found) throws IOException {
        if (found.isSymbolicLink()) {
            return read(file);
        }
        if (!found.isRegularFile()) {
            throw new IOException("it is a directory, a pipe, a socket or a device, not a file");
        }
        requireSize(found.size());
        return Files.readAllBytes(file);
    }

    /**
     * Reads to the end of a stream.
     *
     * @param in the content of a file; not closed
     * @return its bytes
     * @throws IOException if there are too many of them, or they cannot be read
     */
    public static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        requireSize(bytes.length);
        return bytes;
    }

    private static void requireSize(long bytes) throws IOException {
        if (bytes > MOST_BYTES) {
            throw new IOException("it has more than " + (MOST_BYTES >> 20) + " MiB, which no class and no source has");
        }
    }
}
