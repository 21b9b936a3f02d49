package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that the runnable jar cannot look at: it says why, and harms none. */
class RefusedProcessIT {
    private static final String NO_ENTRY = " does not let itself be looked at (";
    private static final String WHAT_IS_NEEDED = "); it must be a JVM of the same user, without -XX:-EnableDynamicAgentLoading and -XX:+DisableAttachMechanism";

    @TempDir
    private Path directory;
    private Path classes;

    @BeforeEach
    void compile() {
        classes = directory.resolve("classes");
        Sources.compile("idle", classes);
    }

    private RunningProgram idle(String option) throws IOException {
        return RunningProgram.start("idle", option, "-cp", classes.toString(), "demo.Idle");
    }

    private static void assertRefused(String command, String process, String message) {
        ChildJvm refused = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), command, process));
        assertThat(refused.err()).containsExactly("async: " + message);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.exit()).isEqualTo(1);
    }

    @Test
    void aProcessWithoutARuntime() throws IOException {
        try (RunningProgram idle = idle("-ea")) {
            for (String command : List.of("dump", "watch")) {
                assertRefused(command, idle.id(), "nothing of async-java has run in process " + idle.id());
            }
        }
    }

    @Test
    void aFolderForTheAgentThatIsTooFarAway() throws IOException {
        Path far = Files.createDirectories(directory.resolve("far".repeat(40)));
        try (RunningProgram idle = idle("-ea")) {
            ChildJvm refused = ChildJvm.run(List.of("-Djava.io.tmpdir=" + far, "-jar", Jars.COMMAND_LINE.toString(), "ps", idle.id()));
            assertThat(refused.err()).singleElement().asString().matches("async: no agent can be put into " + far
                    + "/asyncjava\\d+ \\(Unix domain path too long\\); -Djava.io.tmpdir=FOLDER names another place");
            assertThat(refused.exit()).isEqualTo(1);
        }
        assertThat(far).isEmptyDirectory();
    }

    @Test
    void aNumberThatNoProcessHas() {
        assertRefused("ps", "999999999", "there is no process 999999999");
        assertRefused("ps", "-1", "there is no process -1");
    }

    @Test
    void whatIsNoJvmLivesOn() throws IOException {
        Process sleeping = new ProcessBuilder("sleep", "600").start();
        try {
            assertRefused("ps", Long.toString(sleeping.pid()), "process " + sleeping.pid() + " is no JVM, or one that was started with -Xrs or a moment ago");
            assertThat(sleeping.isAlive()).isTrue();
        } finally {
            sleeping.destroyForcibly();
        }
    }

    @Test
    void aJvmThatExpectsNoSignals() throws IOException {
        try (RunningProgram idle = idle("-Xrs")) {
            assertRefused("ps", idle.id(), "process " + idle.id() + " is no JVM, or one that was started with -Xrs or a moment ago");
        }
    }

    @Test
    void aJvmThatForbidsAgents() throws IOException {
        try (RunningProgram idle = idle("-XX:-EnableDynamicAgentLoading")) {
            ChildJvm refused = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "ps", idle.id()));
            assertThat(refused.err()).singleElement().asString().startsWith("async: process " + idle.id() + NO_ENTRY).endsWith(WHAT_IS_NEEDED);
            assertThat(refused.exit()).isEqualTo(1);
        }
    }

    @Test
    void aJvmOfAnotherUser() throws IOException {
        boolean isRoot = "root".equals(ProcessHandle.current().info().user().orElse(""));
        assumeTrue(isRoot && Files.isExecutable(Path.of("/usr/bin/setpriv")), "only root can be another user, by setpriv");
        try (RunningProgram idle = idle("-ea")) {
            ChildProcess refused = ChildProcess.run(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "java", "-jar",
                    Jars.COMMAND_LINE.toString(), "ps", idle.id()), Map.of());
            assertThat(refused.err()).containsExactly("async: process " + idle.id() + " belongs to root: only root can look at it");
            assertThat(refused.exit()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoNumber() {
        ChildJvm noNumber = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "dump", "main"));
        assertThat(noNumber.err()).first().asString().startsWith("async: Invalid value for positional parameter at index 0 (PID)");
        assertThat(noNumber.exit()).isEqualTo(2);
    }
}
