package org.asyncjava.transformer.files;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file as a walk came by it. What the file system said of it then need not be asked again.
 *
 * @param path where it is
 * @param attributes what it is; of a link, what the link leads to
 */
public record FoundFile(Path path, BasicFileAttributes attributes) implements Comparable<FoundFile> {
    @Override
    public int compareTo(FoundFile other) {
        return path.compareTo(other.path);
    }
}
