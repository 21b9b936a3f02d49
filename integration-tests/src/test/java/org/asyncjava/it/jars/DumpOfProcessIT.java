package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar asks another process what it waits for. */
class DumpOfProcessIT {
    @TempDir
    private Path directory;

    private static ChildJvm dump(String... arguments) {
        return ChildJvm.run(Arguments.of("-jar", Jars.COMMAND_LINE.toString(), "dump").and(arguments));
    }

    private static Process start(String classPath, String main) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", classPath, main).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void awaitLine(Process process, String line) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo(line);
    }

    @Test
    void aProcessThatIsStuckTellsItsDeadlock() throws IOException {
        Path classes = directory.resolve("classes");
        Sources.compile("stuck", classes, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME));
        ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "--classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME), classes.toString()));
        Process stuck = start(path(Jars.ANNOTATIONS, Jars.RUNTIME, classes), "demo.Stuck");
        try {
            awaitLine(stuck, "stuck");
            ChildJvm text = dump(Long.toString(stuck.pid()));
            ChildJvm json = dump(Long.toString(stuck.pid()), "--json");

            assertThat(text.out()).startsWith("deadlock: left -> right -> left",
                    "  left waits for right at demo.Stuck.awaitOther(Stuck.java:16)",
                    "  right waits for left at demo.Stuck.awaitOther(Stuck.java:16)", "");
            assertThat(text.out().get(4)).startsWith("loop 1 on thread \"main\": ").endsWith(", 3 tasks and methods");
            assertThat(text.exit()).isZero();
            assertThat(json.out()).singleElement().asString().startsWith("{\"version\":1,").contains("\"deadlocks\":[[");
        } finally {
            stuck.destroyForcibly();
        }
    }

    @Test
    void whatCannotBeAskedIsRefusedWithTheReason() throws IOException {
        Path classes = directory.resolve("classes");
        Sources.compile("idle", classes);
        Process idle = start(classes.toString(), "demo.Idle");
        try {
            awaitLine(idle, "idle");
            ChildJvm nothing = dump(Long.toString(idle.pid()));
            assertThat(nothing.err()).containsExactly("async: nothing of async-java has run in process " + idle.pid());
            assertThat(nothing.exit()).isEqualTo(1);
        } finally {
            idle.destroyForcibly();
        }
        ChildJvm none = dump("999999999");
        assertThat(none.err()).first().asString().startsWith("async: ");
        assertThat(none.exit()).isEqualTo(1);
        ChildJvm noNumber = dump("main");
        assertThat(noNumber.err()).first().asString().startsWith("async: Invalid value for positional parameter at index 0 (PID)");
        assertThat(noNumber.exit()).isEqualTo(2);
    }
}
