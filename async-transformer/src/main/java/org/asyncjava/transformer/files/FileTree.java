package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asyncjava.transformer.read.FileFailure;

/**
 * What is below a directory, through symbolic links too, which may go round in circles.
 *
 * @param files in an order that does not depend on the file system; pipes, devices and links to nothing are among them
 * @param problems what could not be looked into
 */
public record FileTree(List<FoundFile> files, List<Problem> problems) {
    /** Makes a tree; the lists are copied. */
    public FileTree {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Looks for files. A directory that links lead to is entered once, on whatever way it is reached first.
     *
     * @param directory where to look, or a link to it; one that does not exist has none
     * @param extension how their names end
     * @return those files
     */
    public static FileTree below(Path directory, String extension) {
        Set<Path> entered = new HashSet<>();
        return of(directory, new Visitor(extension, further -> entered.add(further.toRealPath())));
    }

    /**
     * Looks for all files, each by all names that links give it.
     *
     * @param directory where to look, or a link to it; one that does not exist has none
     * @return the files
     */
    public static FileTree withAllNames(Path directory) {
        return of(directory, new Visitor("", further -> true));
    }

    private static FileTree of(Path directory, Visitor visitor) {
        if (!Files.exists(directory)) {
            return new FileTree(List.of(), List.of());
        }
        try {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException unreadable) {
            visitor.problems.add(new Problem(directory, "cannot be read: " + FileFailure.text(unreadable)));
        }
        Collections.sort(visitor.found);
        return new FileTree(visitor.found, visitor.problems);
    }

    /** Whether to go into a directory that was found. */
    private interface Choice {
        boolean enters(Path directory) throws IOException;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final String extension;
        private final List<FoundFile> found = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Choice choice;

        Visitor(String extension, Choice choice) {
            this.extension = extension;
            this.choice = choice;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            return choice.enters(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(extension)) {
                found.add(new FoundFile(file, attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        /** A link to a directory that it is in leads to what is found anyway. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (!(failure instanceof FileSystemLoopException)) {
                problems.add(new Problem(file, "cannot be read: " + FileFailure.text(failure)));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
