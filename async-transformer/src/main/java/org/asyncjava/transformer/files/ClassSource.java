package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Path;
import org.asyncjava.transformer.read.BoundedFile;

/**
 * A class file that is still to be read.
 *
 * @param location where it is
 * @param content how its bytes are come by
 */
record ClassSource(ClassFileLocation location, Content content) {
    /** Bytes that are read when they are needed. */
    interface Content {
        byte[] read() throws IOException;
    }

    static ClassSource of(Path file) {
        return new ClassSource(ClassFileLocation.of(file), () -> BoundedFile.read(file));
    }

    ClassFile read() throws IOException {
        return new ClassFile(location, content.read());
    }
}
