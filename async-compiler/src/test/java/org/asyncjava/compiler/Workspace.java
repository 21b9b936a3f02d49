package org.asyncjava.compiler;

import com.github.javaparser.JavaParser;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.transformer.AsyncTransformer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * A directory with sources, and what a user puts on a command line.
 *
 * @param directory the directory
 */
record Workspace(Path directory) {
    /** The plugin with everything it needs, as its jar has it. */
    static final String PROCESSOR_PATH = Stream.of(AsyncProcessor.class, AsyncTransformer.class, JavaParser.class, ClassReader.class, Remapper.class,
                    ClassNode.class, Analyzer.class, CheckClassAdapter.class)
            .map(Javac::location).distinct().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    /** What async code is compiled and run with. */
    static final String CLASS_PATH = Javac.ANNOTATIONS + File.pathSeparator + Javac.RUNTIME;

    Path write(String name, String source) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A program that suspends, in two classes and a nested one, and prints 63. */
    void writeProgram(String folder) {
        write(folder + "/demo/Main.java", """
                package demo;

                import static org.asyncjava.Await.await;
                import static org.asyncjava.runtime.Coroutines.run;

                import org.asyncjava.Async;
                import org.asyncjava.runtime.AsyncSupplier;
                import org.asyncjava.runtime.Coroutine;

                public class Main extends Base {
                    @Async
                    Coroutine<Integer> all() {
                        AsyncSupplier<Integer> lambda = () -> Coroutine.of(await(twice(20)) + 1);
                        try {
                            return Coroutine.of(await(twice(5)) + await(Inner.next(11)) + await(lambda.get()));
                        } catch (Exception never) {
                            throw new IllegalStateException(never);
                        }
                    }

                    static class Inner {
                        @Async
                        static Coroutine<Integer> next(int number) {
                            return Coroutine.of(await(new Main().twice(number)) / 2 + 1);
                        }
                    }

                    public static void main(String[] arguments) {
                        System.out.println(run(new Main().all()));
                    }
                }
                """);
        write(folder + "/demo/Base.java", """
                package demo;

                import static org.asyncjava.Await.await;
                import static org.asyncjava.runtime.Coroutines.sleep;

                import java.time.Duration;
                import org.asyncjava.Async;
                import org.asyncjava.runtime.Coroutine;

                class Base {
                    @Async
                    Coroutine<Integer> twice(int number) {
                        await(sleep(Duration.ofMillis(1)));
                        return Coroutine.of(2 * number);
                    }
                }
                """);
    }

    /** All class files below a folder, relative path to bytes as text, so that failures can be read. */
    Map<String, String> classFiles(String folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory.resolve(folder))) {
            for (Path path : paths.filter(path -> path.toString().endsWith(".class")).toList()) {
                files.put(directory.resolve(folder).relativize(path).toString(), java.util.HexFormat.of().formatHex(Files.readAllBytes(path)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
