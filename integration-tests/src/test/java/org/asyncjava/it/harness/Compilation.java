package org.asyncjava.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** One call of a compiler. */
public final class Compilation {
    private Compilation() {
    }

    /**
     * Compiles sources.
     *
     * @param sources the texts by path, such as {@code a/B.java}
     * @param dialect how to compile
     * @param directory where the sources are written and the class files go
     * @throws CompilationFailure when the compiler refuses
     */
    public static void run(Map<String, String> sources, Dialect dialect, Path directory) {
        JavaCompiler compiler = dialect.compiler().tool();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(dialect.options());
        options.addAll(List.of("-d", directory.toString(), "-cp", joined(Build.classPath())));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<Path> written = written(sources, directory);
            if (!compiler.getTask(Writer.nullWriter(), files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(written)).call()) {
                throw new CompilationFailure(errors(diagnostics));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Eclipse's compiler wants files. */
    private static List<Path> written(Map<String, String> sources, Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = directory.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        return files;
    }

    private static String joined(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .limit(10)
                .map(error -> error.getSource() + ":" + error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }
}
