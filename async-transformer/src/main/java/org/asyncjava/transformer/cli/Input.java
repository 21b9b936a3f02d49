package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.files.FileTree;
import org.asyncjava.transformer.files.FoundFile;
import org.asyncjava.transformer.files.JarRun;
import org.asyncjava.transformer.files.Report;
import org.asyncjava.transformer.files.TransformerRun;
import org.asyncjava.transformer.files.Workers;

/**
 * One directory or jar to be processed.
 *
 * @param path where it is
 * @param target where the result goes; the same path to replace it
 */
record Input(Path path, Path target) {
    /** An input whose result replaces it. */
    static Input inPlace(Path path) {
        return new Input(path, path);
    }

    /** An input that is only read: a jar's result goes into a directory under its own name, a directory's content straight into it. */
    static Input into(Path directory, Path path) {
        return new Input(path, Files.isDirectory(path) ? directory : directory.resolve(path.getFileName()));
    }

    /**
     * The files of the output that this input is written to, each with what it is made of.
     *
     * @throws IOException if the input cannot be read
     */
    Map<Path, Path> written() throws IOException {
        Map<Path, Path> written = new TreeMap<>();
        if (!Files.isDirectory(path)) {
            written.put(target, path);
            return written;
        }
        FileTree tree = FileTree.withAllNames(path);
        if (!tree.problems().isEmpty()) {
            throw new IOException(tree.problems().get(0).text());
        }
        for (FoundFile file : tree.files()) {
            written.put(target.resolve(path.relativize(file.path()).toString()), file.path());
        }
        return written;
    }

    Report check(List<Path> classPath, TransformerOptions options, Workers workers) {
        return Files.isDirectory(path)
                ? new TransformerRun(List.of(path), classPath, options).check(workers)
                : new JarRun(path, path, classPath, options).check(workers);
    }

    /** Transforms what {@link #copy} has put where the result goes. */
    Report transform(List<Path> classPath, TransformerOptions options, Workers workers) {
        return Files.isDirectory(path)
                ? new TransformerRun(List.of(target), classPath, options).transform(workers)
                : new JarRun(path, target, classPath, options).transform(workers);
    }

    /**
     * Puts the files of a directory where the result goes, and makes room for that of a jar.
     *
     * @throws IOException if the target cannot be made
     */
    void copy() throws IOException {
        if (target.equals(path)) {
            return;
        }
        Files.createDirectories(Files.isDirectory(path) ? target : target.toAbsolutePath().getParent());
        if (Files.isDirectory(path)) {
            for (Map.Entry<Path, Path> file : written().entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                copy(file.getValue(), file.getKey());
            }
        }
    }

    /** What is read-only in the input must not be so in the output, where it is changed. A pipe or a device has nothing that could be copied. */
    private static void copy(Path file, Path copy) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is neither a file nor a directory");
        }
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        PosixFileAttributeView posix = Files.getFileAttributeView(copy, PosixFileAttributeView.class);
        DosFileAttributeView dos = Files.getFileAttributeView(copy, DosFileAttributeView.class);
        if (posix != null) {
            Set<PosixFilePermission> permissions = posix.readAttributes().permissions();
            if (permissions.add(PosixFilePermission.OWNER_WRITE)) {
                posix.setPermissions(permissions);
            }
        } else if (dos != null) {
            dos.setReadOnly(false);
        }
    }
}
