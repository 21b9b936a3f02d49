package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Language servers and other tools compile again and again in one JVM, and seldom to the end. */
class LetGoTest {
    private static final int MOST_COLLECTIONS = 100;

    @TempDir
    Path directory;

    /** How far a compilation goes. */
    private interface Way {
        void go(JavacTask task) throws IOException;
    }

    private WeakReference<JavacTask> compile(Way way) throws IOException {
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "class A { @org.asyncjava.Async java.util.concurrent.CompletableFuture<?> m() { return null; } }";
            }
        };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostic -> { },
                List.of("-d", directory.toString(), "-cp", Workspace.CLASS_PATH), null, List.of(source));
        task.setProcessors(List.of(new AsyncProcessor()));
        way.go(task);
        return new WeakReference<>(task);
    }

    @Test
    void aCompilationIsLetGoHoweverFarItWent() throws IOException {
        List<Way> ways = List.of(JavacTask::parse, JavacTask::analyze, JavacTask::generate, JavacTask::call);
        for (Way way : ways) {
            WeakReference<JavacTask> task = compile(way);
            for (int i = 0; i < MOST_COLLECTIONS && task.get() != null; i++) {
                System.gc();
            }
            assertThat(task.get()).as("way %s", ways.indexOf(way)).isNull();
        }
    }
}
