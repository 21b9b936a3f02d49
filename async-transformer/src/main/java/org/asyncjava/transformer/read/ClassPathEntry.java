package org.asyncjava.transformer.read;

import java.io.IOException;

/** One place where class files are found. */
interface ClassPathEntry extends AutoCloseable {
    /**
     * Reads a class file.
     *
     * @param internalName name of the class, with slashes
     * @return its bytes; null if it is not here
     * @throws IOException if it is here and cannot be read
     */
    byte[] classFile(String internalName) throws IOException;

    @Override
    void close() throws IOException;
}
