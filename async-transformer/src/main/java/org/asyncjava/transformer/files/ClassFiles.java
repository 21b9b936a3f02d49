package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the class files below a directory. */
final class ClassFiles extends SimpleFileVisitor<Path> {
    private final List<Path> found = new ArrayList<>();
    private final List<Problem> problems;

    private ClassFiles(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Finds class files.
     *
     * @param directory where to look; one that does not exist has none
     * @param problems receives what could not be looked into
     * @return paths in an order that does not depend on the file system
     */
    static List<Path> below(Path directory, List<Problem> problems) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        ClassFiles visitor = new ClassFiles(problems);
        try {
            Files.walkFileTree(directory, visitor);
        } catch (IOException unreadable) {
            problems.add(new Problem(directory, "cannot be read: " + Failure.text(unreadable)));
        }
        Collections.sort(visitor.found);
        return List.copyOf(visitor.found);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.getFileName().toString().endsWith(ClassFile.EXTENSION)) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        problems.add(new Problem(file, "cannot be read: " + Failure.text(failure)));
        return FileVisitResult.CONTINUE;
    }
}
