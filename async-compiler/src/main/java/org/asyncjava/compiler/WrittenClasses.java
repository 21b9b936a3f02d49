package org.asyncjava.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.asyncjava.transformer.read.BoundedFile;
import org.asyncjava.transformer.read.ClassPathEntry;

/** The class files that a compilation wrote. */
final class WrittenClasses implements ClassPathEntry {
    private static final String EXTENSION = ".class";

    private final Map<String, Path> files = new LinkedHashMap<>();

    void add(String binaryName, Path file) {
        files.put(binaryName.replace('.', '/'), file);
    }

    @Override
    public byte[] classFile(String internalName) throws IOException {
        Path file = files.get(internalName);
        return file == null || !Files.exists(file) ? null : BoundedFile.read(file);
    }

    /** The files, with those of nested classes and machines that an earlier compilation left beside them. */
    List<Path> withNested() {
        TreeSet<Path> all = new TreeSet<>(files.values());
        Map<Path, TreeSet<String>> outermost = new LinkedHashMap<>();
        files.forEach((name, file) -> outermost.computeIfAbsent(file.getParent(), directory -> new TreeSet<>()).add(simpleName(file)));
        outermost.forEach((directory, names) -> {
            try (Stream<Path> siblings = Files.list(directory)) {
                siblings.filter(sibling -> sibling.toString().endsWith(EXTENSION) && names.contains(outermost(simpleName(sibling))))
                        .forEach(all::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return List.copyOf(all);
    }

    private static String outermost(String simpleName) {
        int dollar = simpleName.indexOf('$', 1);
        return dollar < 0 ? simpleName : simpleName.substring(0, dollar);
    }

    private static String simpleName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - EXTENSION.length());
    }

    @Override
    public void close() {
        files.clear();
    }
}
