package org.asyncjava.benchmarks.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Tree {
    private Tree() {
    }

    /** Deletes a folder, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Makes a folder the copy of another one. */
    static void copy(Path from, Path to) throws IOException {
        delete(to);
        for (Path path : walk(from)) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    /** The class files in a folder. */
    static List<Path> classFiles(Path folder) throws IOException {
        return walk(folder).stream().filter(path -> path.toString().endsWith(".class")).toList();
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
