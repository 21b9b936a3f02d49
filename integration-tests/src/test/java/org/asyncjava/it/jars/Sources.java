package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The programs under {@code src/test/jars}, compiled and not transformed. */
final class Sources {
    private static final Path ROOT = Path.of("src", "test", "jars");

    private Sources() {
    }

    /**
     * Compiles a program into a directory, with options as {@code javac} takes them. A compiler in this JVM would find the compiler plugin on the
     * class path of the tests, whatever its own is.
     */
    static void compile(String program, Path into, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(ROOT.resolve(program))) {
            List<Path> units = sources.filter(path -> path.toString().endsWith(".java")).sorted().toList();
            List<String> all = Stream.concat(Stream.of("-g", "-proc:none", "-d", into.toString()), Stream.of(options)).toList();
            boolean compiled = compiler.getTask(messages, files, null, all, null, files.getJavaFileObjectsFromPaths(units)).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
