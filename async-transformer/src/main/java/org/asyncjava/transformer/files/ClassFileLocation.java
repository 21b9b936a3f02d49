package org.asyncjava.transformer.files;

import java.nio.file.Path;

/**
 * Where a class file is: a file of its own, or an entry of a jar.
 *
 * <p>The names of entries are never made paths: a jar may have names that the file system at hand forbids, or does not tell apart.
 *
 * @param file the class file itself, or the jar
 * @param entry the name in the jar, with slashes; empty for a file of its own
 */
public record ClassFileLocation(Path file, String entry) implements Comparable<ClassFileLocation> {
    /**
     * A file of its own.
     *
     * @param file the file
     * @return its location
     */
    public static ClassFileLocation of(Path file) {
        return new ClassFileLocation(file, "");
    }

    private boolean isFile() {
        return entry.isEmpty();
    }

    /** The location of another class of the same package. */
    ClassFileLocation sibling(String internalName) {
        String simple = internalName.substring(internalName.lastIndexOf('/') + 1) + ClassFile.EXTENSION;
        return isFile() ? of(file.resolveSibling(simple)) : new ClassFileLocation(file, entry.substring(0, entry.lastIndexOf('/') + 1) + simple);
    }

    /** The class file's name without directories. */
    String fileName() {
        return isFile() ? file.getFileName().toString() : entry.substring(entry.lastIndexOf('/') + 1);
    }

    /** Written out, since the methods that a record has are linked when they are called first, which takes as long as transforming a class. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ClassFileLocation location && file.equals(location.file) && entry.equals(location.entry);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + entry.hashCode();
    }

    @Override
    public int compareTo(ClassFileLocation other) {
        return toString().compareTo(other.toString());
    }

    /**
     * The location as users read it.
     *
     * @return the path of the file, or for instance {@code app.jar!/demo/Shop.class}
     */
    @Override
    public String toString() {
        return isFile() ? file.toString() : file + "!/" + entry;
    }
}
