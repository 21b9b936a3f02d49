package org.asyncjava.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.asyncjava.Async;
import org.jspecify.annotations.NullMarked;

/** The runtime as it is written, without what the build's transformer has made of it: what an IDE runs. */
public final class WrittenRuntime {
    private static final Path SOURCES = Path.of("..", "async-runtime", "src", "main", "java");

    private WrittenRuntime() {
    }

    /**
     * Compiles it.
     *
     * @param classes the directory for its classes
     * @return that directory
     * @throws IOException when the sources cannot be read
     */
    public static Path compiledInto(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null); Stream<Path> found = Files.walk(SOURCES)) {
            List<Path> units = found.filter(path -> path.toString().endsWith(".java") && !path.endsWith("module-info.java")).sorted().toList();
            List<String> options = List.of("-g", "-proc:none", "-d", classes.toString(), "-cp",
                    placeOf(Async.class) + File.pathSeparator + placeOf(NullMarked.class));
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(units)).call()) {
                throw new AssertionError(messages.toString());
            }
        }
        return classes;
    }

    private static Path placeOf(Class<?> annotation) {
        return Path.of(URI.create(annotation.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
