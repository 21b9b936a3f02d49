package org.asyncjava.transformer.read;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The classes of the JDK that runs the transformer.
 *
 * <p>Most that are asked for are in {@code java.base}, which hands them out at once. The others come from the {@code jrt:} file system,
 * which takes longer to open than a small project takes to transform, and so is opened only then.
 */
final class RunningJdk implements ClassPathEntry {
    private static final Module BASE = Object.class.getModule();

    private final Map<String, Optional<Path>> packages = new ConcurrentHashMap<>();

    @Override
    public byte[] classFile(String internalName) throws IOException {
        try (InputStream file = BASE.getResourceAsStream(internalName + ".class")) {
            return file != null ? file.readAllBytes() : ofOtherModule(internalName);
        }
    }

    private byte[] ofOtherModule(String internalName) throws IOException {
        int slash = internalName.lastIndexOf('/');
        if (slash < 0) {
            return null;
        }
        Optional<Path> module = packages.computeIfAbsent(internalName.substring(0, slash).replace('/', '.'), this::moduleOf);
        if (module.isEmpty()) {
            return null;
        }
        Path file = module.get().resolve(internalName + ".class");
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }

    /** The image lists the modules of each package under {@code /packages} (JEP 220); one of them holds its classes. */
    private Optional<Path> moduleOf(String packageName) {
        FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
        Path links = image.getPath("/packages", packageName);
        if (!Files.isDirectory(links)) {
            return Optional.empty();
        }
        try (Stream<Path> modules = Files.list(links)) {
            String directory = packageName.replace('.', '/');
            return modules.map(link -> image.getPath("/modules", link.getFileName().toString()))
                    .filter(module -> Files.isDirectory(module.resolve(directory)))
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // the image belongs to the JVM
    }
}
