package org.asyncjava.transformer.testing;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.asyncjava.Await;

/**
 * Java sources compiled into a directory by the running JDK's compiler.
 *
 * @param directory where the class files are
 */
public record Compilation(Path directory) {
    /** Where the annotations are that sources import. */
    public static final Path ANNOTATIONS = location(Await.class);

    /** Compiles source files with javac. */
    public static Compilation ofFiles(Path directory, List<Path> sources, String... options) {
        return with(ToolProvider.getSystemJavaCompiler(), directory, sources, options);
    }

    /** Compiles source files with a compiler of choice. */
    public static Compilation with(JavaCompiler compiler, Path directory, List<Path> sources, String... options) {
        List<String> all = new ArrayList<>(List.of("-d", directory.toString(), "-proc:none", "-nowarn",
                "-cp", directory + File.pathSeparator + ANNOTATIONS));
        all.addAll(List.of(options));
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(messages, files, null, all, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
                throw new AssertionError("does not compile:\n" + messages);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Compilation(directory);
    }

    /** Compiles one source, whose name is given without {@code .java}. */
    public static Compilation of(Path directory, String name, String source, String... options) {
        try {
            Path file = Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-sources")).resolve(name + ".java");
            Files.writeString(Files.createDirectories(file.getParent()).resolve(file.getFileName()), source);
            return ofFiles(Files.createDirectories(directory), List.of(file), options);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** All class files, path relative to the directory to bytes. */
    public Map<String, byte[]> classFiles() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    /** The class file of one class. */
    public byte[] classFile(String name) {
        try {
            return Files.readAllBytes(directory.resolve(name.replace('.', '/') + ".class"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
