package org.asyncjava.lsp.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The files of a project that somebody has written. */
public final class SourceFiles {
    private static final Set<String> WRITTEN_BY_TOOLS = Set.of("target", "build", "bin", "out", "node_modules");
    private static final String MARK_OF_MAVEN = "pom.xml";

    private SourceFiles() {
    }

    /**
     * The Java sources below some folders.
     *
     * @param roots the folders; one that is not there is passed over
     * @return files in alphabetical order. What builds have written, and hidden folders, are left out
     */
    public static Set<Path> below(List<Path> roots) {
        return find(roots, file -> file.toString().endsWith(".java"));
    }

    /**
     * The project descriptions of Maven below some folders.
     *
     * @param roots the folders
     * @return files in alphabetical order
     */
    public static Set<Path> pomsBelow(List<Path> roots) {
        return find(roots, file -> file.getFileName().toString().equals(MARK_OF_MAVEN));
    }

    private static Set<Path> find(List<Path> roots, Predicate<Path> isWanted) {
        Set<Path> found = new TreeSet<>();
        for (Path root : roots) {
            try {
                Files.walkFileTree(root, new Walk(root, isWanted, found));
            } catch (IOException unreadable) {
                // What is below is not known; files that are opened are looked at all the same.
            }
        }
        return found;
    }

    /**
     * Tells whether a folder is one of those in which nobody writes sources.
     *
     * @param folder below a project's folder
     * @return true of hidden ones and of those that builds write to
     */
    private static boolean isOfTools(Path folder) {
        String name = folder.getFileName().toString();
        // A package may have such a name: what a build writes to stands beside the sources.
        boolean isAmongSources = folder.toString().replace('\\', '/').contains("/src/");
        return name.startsWith(".") || !isAmongSources && WRITTEN_BY_TOOLS.contains(name);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Predicate<Path> isWanted;
        private final Set<Path> found;

        Walk(Path root, Predicate<Path> isWanted, Set<Path> found) {
            this.root = root;
            this.isWanted = isWanted;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && isOfTools(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && isWanted.test(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
