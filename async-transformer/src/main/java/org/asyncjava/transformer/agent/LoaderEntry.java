package org.asyncjava.transformer.agent;

import java.io.IOException;
import java.io.InputStream;
import org.asyncjava.transformer.read.BoundedFile;
import org.asyncjava.transformer.read.ClassPathEntry;

/**
 * The class files that a class loader finds as resources, in the order that it looks for classes. Loads none of them.
 *
 * @param loader the loader
 */
record LoaderEntry(ClassLoader loader) implements ClassPathEntry {
    @Override
    public byte[] classFile(String internalName) throws IOException {
        try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : BoundedFile.read(in);
        }
    }

    @Override
    public void close() {
        // each file was closed when it had been read
    }
}
