package org.asyncjava.transformer.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A jar whose class files lie in directories for as long as they are worked on. Whatever else is in it stays where it is. */
final class UnpackedJar implements AutoCloseable {
    private final ZipFile jar;
    private final Path directory;
    private final Set<Layout> roots = new LinkedHashSet<>();
    private final Set<Path> unpacked = new LinkedHashSet<>();

    /**
     * Unpacks the class files.
     *
     * @throws IOException if the file is no jar, is signed or cannot be read
     */
    UnpackedJar(Path file) throws IOException {
        jar = new ZipFile(file.toFile());
        directory = Files.createTempDirectory("async-jar");
        try {
            roots.add(new Layout("", ""));
            for (ZipEntry entry : entries()) {
                refuseSignature(entry);
                if (isClass(entry)) {
                    unpack(entry);
                }
            }
        } catch (IOException refused) {
            close();
            throw refused;
        }
    }

    private List<? extends ZipEntry> entries() {
        Enumeration<? extends ZipEntry> entries = jar.entries();
        return Collections.list(entries);
    }

    private static boolean isClass(ZipEntry entry) {
        return !entry.isDirectory() && entry.getName().endsWith(ClassFile.EXTENSION);
    }

    private static void refuseSignature(ZipEntry entry) throws IOException {
        if (entry.getName().matches("(?i)META-INF/[^/]+\\.(SF|RSA|DSA|EC)")) {
            throw new IOException("it is signed (" + entry.getName() + ") and its signature would no longer be right:"
                    + " transform it before it is signed, or use the agent");
        }
    }

    private void unpack(ZipEntry entry) throws IOException {
        Path file = fileOf(entry.getName());
        if (!file.startsWith(directory)) {
            throw new IOException("it has an entry that points out of it: " + entry.getName());
        }
        roots.add(new Layout(Layout.of(entry.getName()).root(), ""));
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        unpacked.add(file);
    }

    private Path fileOf(String entryName) {
        Layout layout = Layout.of(entryName);
        return directory.resolve(layout.folder()).resolve(layout.path()).normalize();
    }

    /** The roots of packages, the jar's own first. */
    List<Layout> roots() {
        return List.copyOf(roots);
    }

    /** The directory with the classes of a root. */
    Path directory(Layout root) {
        return directory.resolve(root.folder());
    }

    /** The name in the jar of a file in the directory of a root. */
    String entryName(Layout root, Path file) {
        return root.root() + directory(root).relativize(file).toString().replace('\\', '/');
    }

    /**
     * Writes a jar: the entries as they were, in their order, with the class files as they are now, and after them the new ones in the order of
     * their names. Times are those of the original.
     */
    void pack(OutputStream target) throws IOException {
        ZipOutputStream out = new ZipOutputStream(target);
        ZipEntry last = null;
        for (ZipEntry entry : entries()) {
            if (!isClass(entry) || Files.exists(fileOf(entry.getName()))) {
                write(entry, content(entry), out);
                last = entry;
            }
        }
        for (var added : added().entrySet()) {
            ZipEntry entry = new ZipEntry(added.getKey());
            if (last != null) {
                entry.setTimeLocal(last.getTimeLocal());
            }
            write(entry, Files.readAllBytes(added.getValue()), out);
        }
        out.finish();
    }

    private byte[] content(ZipEntry entry) throws IOException {
        if (isClass(entry)) {
            return Files.readAllBytes(fileOf(entry.getName()));
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** What is stored without compression stays so: Spring Boot reads the jars in its jars in place. */
    private static void write(ZipEntry original, byte[] content, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(original.getName());
        entry.setTimeLocal(original.getTimeLocal());
        if (original.getMethod() == ZipEntry.STORED) {
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private TreeMap<String, Path> added() throws IOException {
        TreeMap<String, Path> added = new TreeMap<>();
        for (Layout root : roots) {
            for (Path file : ClassFiles.below(directory(root), Collections.emptyList())) {
                if (!unpacked.contains(file)) {
                    added.put(entryName(root, file), file);
                }
            }
        }
        return added;
    }

    @Override
    public void close() throws IOException {
        jar.close();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
