package org.asyncjava.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.transformer.AsyncTransformer;
import org.asyncjava.transformer.Transformed;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.read.ClassPath;

/**
 * Compiled programs and what the transformer made of them. Immutable once made; safe for use by several threads.
 *
 * @param compiled the class files as the compiler wrote them, by class name; of programs with generators those of their {@link BlockingSource}
 * @param transformed the class files that run asynchronously, state machines included, by class name
 * @param methods how many methods were transformed
 */
public record Build(Map<String, byte[]> compiled, Map<String, byte[]> transformed, int methods) {
    /**
     * Compiles sources, transforms all classes and verifies what came out.
     *
     * @param sources the texts by path, such as {@code a/B.java}
     * @param dialect how to compile
     * @return the build
     */
    public static Build of(Map<String, String> sources, Dialect dialect) {
        return of(sources, dialect, (name, bytes) -> bytes);
    }

    /**
     * Compiles sources, has another tool change all classes, transforms and verifies them.
     *
     * @param sources the texts by path, such as {@code a/B.java}
     * @param dialect how to compile
     * @param tool what comes between compiler and transformer: of a class's name and bytes, its bytes
     * @return the build
     */
    public static Build of(Map<String, String> sources, Dialect dialect, BinaryTool tool) {
        Path directory = temporaryDirectory();
        try {
            Compilation.run(sources, dialect, directory);
            Map<String, byte[]> compiled = classesIn(directory);
            compiled.replaceAll(tool::changed);
            Build build = transform(compiled, directory);
            Map<String, String> blocking = BlockingSource.of(sources);
            return blocking.equals(sources) ? build : new Build(untransformed(blocking, dialect).compiled(), build.transformed(), build.methods());
        } finally {
            delete(directory);
        }
    }

    /** A tool that changes class files. */
    @FunctionalInterface
    public interface BinaryTool {
        /**
         * Changes a class.
         *
         * @param name its name
         * @param bytes its class file
         * @return the class file to go on with
         */
        byte[] changed(String name, byte[] bytes);
    }

    /**
     * Compiles sources and leaves the classes as they are.
     *
     * @param sources the texts by path, such as {@code a/B.java}
     * @param dialect how to compile
     * @return the build, which runs in the blocking ways alone
     */
    public static Build untransformed(Map<String, String> sources, Dialect dialect) {
        return new Build(compiled(BlockingSource.of(sources), dialect), Map.of(), 0);
    }

    /**
     * Compiles sources.
     *
     * @param sources the texts by path, such as {@code a/B.java}
     * @param dialect how to compile
     * @return the class files as the compiler wrote them, by class name
     */
    public static Map<String, byte[]> compiled(Map<String, String> sources, Dialect dialect) {
        Path directory = temporaryDirectory();
        try {
            Compilation.run(sources, dialect, directory);
            return classesIn(directory);
        } finally {
            delete(directory);
        }
    }

    private static Build transform(Map<String, byte[]> compiled, Path directory) {
        Map<String, byte[]> transformed = new LinkedHashMap<>();
        int methods = 0;
        try (ClassPath classPath = ClassPath.of(classPathWith(directory))) {
            AsyncTransformer transformer = new AsyncTransformer(classPath, TransformerOptions.defaults());
            for (Map.Entry<String, byte[]> classFile : compiled.entrySet()) {
                Transformed result = transformer.transform(classFile.getValue());
                if (!result.violations().isEmpty()) {
                    throw new AssertionError("refused: " + result.violations());
                }
                transformed.put(classFile.getKey(), result.classFile());
                result.machines().forEach((name, bytes) -> transformed.put(name.replace('/', '.'), bytes));
                methods += result.methods();
            }
        }
        Verification.of(transformed);
        return new Build(compiled, transformed, methods);
    }

    /**
     * The class files of a directory.
     *
     * @param directory the root of a tree of class files
     * @return the bytes by class name, in the order of the names
     */
    public static Map<String, byte[]> classesIn(Path directory) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                String path = directory.relativize(file).toString().replace('\\', '/');
                classes.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    /**
     * What programs are compiled against.
     *
     * @return the places of the annotations, the runtime and this harness
     */
    public static List<Path> classPath() {
        return Stream.of(Env.class, Async.class, Coroutine.class).map(Build::placeOf).distinct().toList();
    }

    static List<Path> classPathWith(Path directory) {
        List<Path> entries = new ArrayList<>(List.of(directory));
        entries.addAll(classPath());
        return entries;
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("async-build");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
