package org.asyncjava.transformer.files;

import java.nio.file.Path;

/**
 * A class file in a directory.
 *
 * @param path where it is
 * @param bytes what is in it
 */
record ClassFile(Path path, byte[] bytes) {
    static final String EXTENSION = ".class";

    /** The file of another class of the same package. */
    Path sibling(String internalName) {
        return path.resolveSibling(internalName.substring(internalName.lastIndexOf('/') + 1) + EXTENSION);
    }

    /** The file's name without extension. */
    String simpleName() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - EXTENSION.length());
    }
}
