package org.asyncjava.compiler.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.ClassPathEntry;
import org.asyncjava.transformer.read.TransformationException;

/** Directories and jars of compiled classes, as far as they can be read. */
public final class ReadableClasses implements ClassPathEntry {
    private final ClassPath classPath;

    private ReadableClasses(ClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * Opens directories and jars.
     *
     * @param entries those that do not exist, and damaged jars, are passed over
     * @return the classes, to be closed by the caller
     */
    public static ReadableClasses of(List<Path> entries) {
        try {
            return new ReadableClasses(ClassPath.of(entries));
        } catch (TransformationException damaged) {
            return new ReadableClasses(ClassPath.of(entries.stream().filter(ReadableClasses::isReadable).toList()));
        }
    }

    private static boolean isReadable(Path entry) {
        try {
            ClassPath.of(List.of(entry)).close();
            return true;
        } catch (TransformationException damaged) {
            return false;
        }
    }

    @Override
    public byte[] classFile(String internalName) throws IOException {
        Optional<byte[]> found = classPath.classFile(internalName);
        return found.orElse(null);
    }

    @Override
    public void close() {
        classPath.close();
    }
}
