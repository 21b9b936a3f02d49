package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Path;
import org.asyncjava.transformer.read.BoundedFile;

/**
 * A class file that is still to be read.
 *
 * @param place where it is
 * @param content how its bytes are come by
 */
record ClassSource(Place place, Content content) {
    /** Bytes that are read when they are needed. */
    interface Content {
        byte[] read() throws IOException;
    }

    static ClassSource of(Path file) {
        return new ClassSource(Place.of(file), () -> BoundedFile.read(file));
    }

    ClassFile read() throws IOException {
        return new ClassFile(place, content.read());
    }
}
