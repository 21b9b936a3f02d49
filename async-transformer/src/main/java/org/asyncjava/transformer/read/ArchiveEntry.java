package org.asyncjava.transformer.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar; of a multi-release jar, what the running JDK would see. */
final class ArchiveEntry implements ClassPathEntry {
    private final JarFile jar;

    ArchiveEntry(Path file) throws IOException {
        jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
    }

    @Override
    public byte[] classFile(String internalName) throws IOException {
        ZipEntry entry = jar.getEntry(internalName + ".class");
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return BoundedFile.read(in);
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
