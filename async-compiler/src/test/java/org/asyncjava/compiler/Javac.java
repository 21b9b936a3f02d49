package org.asyncjava.compiler;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.asyncjava.Await;
import org.asyncjava.runtime.Coroutine;

/** Compiles with the running JDK's javac and the processor. */
final class Javac {
    private static final Pattern CODE = Pattern.compile("(AJ\\d{3}) .*", Pattern.DOTALL);
    /** Where {@code @Async} and {@code await} are. */
    static final Path ANNOTATIONS = location(Await.class);
    /** Where the runtime is. */
    static final Path RUNTIME = location(Coroutine.class);

    private Javac() {
    }

    /**
     * What the rules reported.
     *
     * @param code of the rule; empty of other messages
     * @param kind how serious
     * @param line from 1
     * @param column from 1
     * @param message the text
     * @param source path of the file; empty if it is about none
     */
    record Message(String code, Diagnostic.Kind kind, long line, long column, String message, String source) {
        static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
            String text = diagnostic.getMessage(Locale.ROOT);
            Matcher matcher = CODE.matcher(text);
            return new Message(matcher.matches() ? matcher.group(1) : "", diagnostic.getKind(), diagnostic.getLineNumber(),
                    diagnostic.getColumnNumber(), text, diagnostic.getSource() == null ? "" : diagnostic.getSource().getName());
        }

        String atLine() {
            return "%s at line %03d".formatted(code, line);
        }
    }

    /** Compiles sources, with annotations and runtime on the class path, into a directory. */
    static List<Message> compile(Path output, List<Path> sources, String... options) {
        return compile(ToolProvider.getSystemJavaCompiler(), output, sources, options);
    }

    /** The same with another compiler than the JDK's. */
    static List<Message> compile(JavaCompiler compiler, Path output, List<Path> sources, String... options) {
        List<String> all = new ArrayList<>(List.of("-d", output.toString(), "-cp", output + File.pathSeparator + ANNOTATIONS
                + File.pathSeparator + RUNTIME));
        all.addAll(List.of(options));
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(Writer.nullWriter(), files, messages, all, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new AsyncProcessor()));
            task.call();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages.getDiagnostics().stream().map(Message::of).toList();
    }

    static Path location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
