package org.asyncjava.lsp.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of a folder. */
final class Jars {
    private Jars() {
    }

    /** In alphabetical order; none of a folder that is not there. */
    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException missing) {
            return List.of();
        }
    }
}
