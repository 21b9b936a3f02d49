package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

/** Replaces a file so that at any moment it is either the old or the new one, also when the disk is full or the JVM dies. */
public final class AtomicFile {
    private AtomicFile() {
    }

    /**
     * Writes a file beside its target and moves it there. A target that has these bytes already gets the time alone.
     *
     * @param time when the file is to have been modified
     * @return whether there was no such file
     * @throws IOException if the directory or the disk refuses; the target is as it was, and nothing is left beside it
     */
    public static boolean write(Path target, byte[] bytes, FileTime time) throws IOException {
        BasicFileAttributes before = attributes(target);
        if (before != null && has(target, before, bytes)) {
            Files.setLastModifiedTime(target, time);
            return false;
        }
        try (FreshFile fresh = FreshFile.beside(target)) {
            fresh.write(bytes);
            fresh.setModified(time);
            fresh.moveToTarget();
        }
        return before == null;
    }

    /** Null if there is no such file. */
    private static BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException notThereYet) {
            return null;
        }
    }

    /** Most files that are replaced change their length, and need not be read to find that out. */
    private static boolean has(Path file, BasicFileAttributes found, byte[] bytes) throws IOException {
        return found.isRegularFile() && found.size() == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    }
}
