package org.asyncjava.eclipse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where sources are, and where builds write.
 *
 * @param sources folders of sources
 * @param outputs folders of the classes that are made of them
 */
record ProjectFolders(List<Path> sources, List<Path> outputs) {
    /** Tells whether a file is below one of the folders of sources. */
    boolean hasSource(Path file) {
        return sources.stream().anyMatch(file::startsWith);
    }

    /** The source that has the name of a class, or of the one around it. */
    Optional<Path> source(String internalName) {
        int nested = internalName.indexOf('$', internalName.lastIndexOf('/') + 2);
        String name = (nested < 0 ? internalName : internalName.substring(0, nested)) + ".java";
        return sources.stream().map(folder -> folder.resolve(name)).filter(Files::isRegularFile).findFirst();
    }
}
