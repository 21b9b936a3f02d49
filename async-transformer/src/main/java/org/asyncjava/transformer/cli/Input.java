package org.asyncjava.transformer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.asyncjava.transformer.TransformerOptions;
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

    Report check(List<Path> classPath, TransformerOptions options, Workers workers) {
        return Files.isDirectory(path)
                ? new TransformerRun(List.of(path), classPath, options).check(workers)
                : new JarRun(path, path, classPath, options).check(workers);
    }

    /**
     * Transforms.
     *
     * @throws IOException if the target cannot be made
     */
    Report transform(List<Path> classPath, TransformerOptions options, Workers workers) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            return new JarRun(path, target, classPath, options).transform(workers);
        }
        if (!target.equals(path)) {
            copy();
        }
        return new TransformerRun(List.of(target), classPath, options).transform(workers);
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(path.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    copy(file, copy);
                }
            }
        }
    }

    /** What is read-only in the input must not be so in the output, where it is changed. */
    private static void copy(Path file, Path copy) throws IOException {
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
