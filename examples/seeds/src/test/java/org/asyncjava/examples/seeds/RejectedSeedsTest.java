package org.asyncjava.examples.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.asyncjava.compiler.AsyncProcessor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs 03 and 22 are rejected by CPython's compiler; ours rejects them at the same place, which a comment marks. */
class RejectedSeedsTest {
    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(strings = {"TopLevelAwait", "AwaitOutsideFunction"})
    void isRejectedWhileItIsCompiled(String program) throws IOException {
        String source = source(program);
        assertThat(errorsOf(program, source)).isEqualTo(promised(source)).isNotEmpty();
    }

    private static List<String> promised(String source) {
        List<String> lines = source.lines().toList();
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains("// AJ"))
                .mapToObj(i -> lines.get(i).replaceAll(".*// ", "") + " at line " + (i + 1)).toList();
    }

    private List<String> errorsOf(String program, String source) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + program + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var compilation = ToolProvider.getSystemJavaCompiler().getTask(null, null, messages,
                List.of("-d", output.toString(), "-cp", System.getProperty("java.class.path")), null, List.of(file));
        compilation.setProcessors(List.of(new AsyncProcessor()));
        assertThat(compilation.call()).isFalse();
        return messages.getDiagnostics().stream().filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .map(message -> message.getMessage(Locale.ROOT).substring(0, 5) + " at line " + message.getLineNumber()).toList();
    }

    private static String source(String program) throws IOException {
        try (InputStream file = RejectedSeedsTest.class.getResourceAsStream("rejected/" + program + ".java")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
