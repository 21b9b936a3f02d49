package org.asyncjava.transformer.read;

import java.io.IOException;

/** One place where class files are found. Must be safe for use by several threads at once. */
public interface ClassPathEntry extends AutoCloseable {
    /**
     * Reads a class file.
     *
     * @param internalName name of the class, with slashes
     * @return its bytes; null if it is not here
     * @throws IOException if it is here and cannot be read
     */
    byte[] classFile(String internalName) throws IOException;

    /**
     * Gives back what was held open.
     *
     * @throws IOException if that fails
     */
    @Override
    void close() throws IOException;
}
