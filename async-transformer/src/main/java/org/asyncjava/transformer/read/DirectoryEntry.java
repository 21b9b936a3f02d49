package org.asyncjava.transformer.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A directory of class files, in packages.
 *
 * @param root the directory of the default package
 */
record DirectoryEntry(Path root) implements ClassPathEntry {
    @Override
    public byte[] classFile(String internalName) throws IOException {
        Path file;
        try {
            file = root.resolve(internalName + ".class");
        } catch (InvalidPathException noFileHasThisName) {
            return null;
        }
        return Files.isRegularFile(file) ? BoundedFile.read(file) : null;
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
