package org.asyncjava.transformer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asyncjava.transformer.TransformerOptions;
import org.asyncjava.transformer.testing.Compilation;

/** A directory of compiled classes, and beside it a runtime that has no more than its name. */
final class Project {
    private static final String IMPORTS = """
            import static org.asyncjava.Await.await;
            import java.util.concurrent.*;
            import org.asyncjava.Async;
            """;

    final Path classes;
    final Path runtime;

    Project(Path directory) {
        classes = directory.resolve("classes");
        runtime = directory.resolve("runtime");
        Compilation.of(runtime, "Abi", "package org.asyncjava.runtime.abi; public final class Abi {"
                + " static final int OLDEST = 1; static final int VERSION = 1; }");
    }

    /** Compiles a source without package; the imports that it needs are put before it. */
    Compilation compile(String name, String source) {
        return Compilation.of(classes, name, IMPORTS + source);
    }

    Report transform() {
        return run().transform();
    }

    TransformerRun run() {
        return new TransformerRun(List.of(classes), List.of(Compilation.ANNOTATIONS, runtime), TransformerOptions.defaults());
    }

    Path file(String name) {
        return classes.resolve(name);
    }

    List<String> files() {
        return List.copyOf(new Compilation(classes).classFiles().keySet());
    }

    Map<String, byte[]> bytes() {
        return new Compilation(classes).classFiles();
    }

    /** Sets all files back in time and tells the times, so that a later write shows. */
    Map<String, FileTime> age() throws IOException {
        for (String name : files()) {
            Files.setLastModifiedTime(file(name), FileTime.fromMillis(1_000_000_000_000L));
        }
        return times();
    }

    Map<String, FileTime> times() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (String name : files()) {
            times.put(name, Files.getLastModifiedTime(file(name)));
        }
        return times;
    }
}
