package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.asyncjava.transformer.Transformed;

/**
 * Keeps what is to be written until all is known, in memory as long as it is little and then in a temporary file, so that a run over any
 * number of classes does with the same heap. Thread-safe.
 */
final class Spool implements AutoCloseable {
    private static final long LIMIT = 32L << 20;

    private final long limit;
    private long inMemory;
    private FileChannel overflow;

    private Spool(long limit) {
        this.limit = limit;
    }

    /** A spool for any number of classes. */
    static Spool withOverflow() {
        return withOverflow(LIMIT);
    }

    /** A spool that keeps so many bytes in memory. */
    static Spool withOverflow(long limit) {
        return new Spool(limit);
    }

    /** A spool that makes no file. */
    static Spool inMemory() {
        return new Spool(Long.MAX_VALUE);
    }

    /**
     * Keeps a result.
     *
     * @return the way to get it back; throws {@link UncheckedIOException} if the temporary file cannot be read
     * @throws IOException if the temporary file cannot be written
     */
    synchronized Supplier<Transformed> keep(Transformed result) throws IOException {
        long size = result.classFile().length;
        for (byte[] machine : result.machines().values()) {
            size += machine.length;
        }
        if (inMemory + size <= limit) {
            inMemory += size;
            return () -> result;
        }
        Piece classFile = write(result.classFile());
        Map<String, Piece> machines = new TreeMap<>();
        for (Map.Entry<String, byte[]> machine : result.machines().entrySet()) {
            machines.put(machine.getKey(), write(machine.getValue()));
        }
        String className = result.className();
        return () -> read(className, classFile, machines);
    }

    /** Where something is in the file. */
    private record Piece(long position, int length) {
    }

    private Piece write(byte[] bytes) throws IOException {
        if (overflow == null) {
            Path file = Files.createTempFile("async-java", ".spool");
            overflow = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        long position = overflow.size();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            overflow.write(buffer, position + buffer.position());
        }
        return new Piece(position, bytes.length);
    }

    private Transformed read(String className, Piece classFile, Map<String, Piece> machines) {
        Map<String, byte[]> bytes = new TreeMap<>();
        machines.forEach((name, piece) -> bytes.put(name, read(piece)));
        return new Transformed(className, read(classFile), bytes, List.of(), List.of());
    }

    private byte[] read(Piece piece) {
        ByteBuffer buffer = ByteBuffer.allocate(piece.length());
        try {
            while (buffer.hasRemaining()) {
                if (overflow.read(buffer, piece.position() + buffer.position()) < 0) {
                    throw new IOException("the temporary file has been cut off");
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return buffer.array();
    }

    /** Deletes the file, if there is one. */
    @Override
    public synchronized void close() {
        if (overflow != null) {
            try {
                overflow.close();
            } catch (IOException nothingIsLostByIt) {
                overflow = null;
            }
        }
    }
}
