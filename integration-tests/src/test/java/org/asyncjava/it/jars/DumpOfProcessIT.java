package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar asks another process what it waits for. */
class DumpOfProcessIT {
    private static final String LIBRARIES = path(Jars.ANNOTATIONS, Jars.RUNTIME);

    private static Path stuckClasses;

    @TempDir
    private Path directory;

    @BeforeAll
    static void transformProgram(@TempDir Path classes) {
        stuckClasses = classes;
        Sources.compile("stuck", classes, "-cp", LIBRARIES);
        ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "--classpath", LIBRARIES, classes.toString()));
    }

    private static ChildJvm ask(String command, RunningProgram program, String... options) {
        return ChildJvm.run(Arguments.of("-jar", Jars.COMMAND_LINE.toString(), command, program.id()).and(options));
    }

    private Path compiled(String program) {
        Path classes = directory.resolve(program);
        Sources.compile(program, classes, "-cp", LIBRARIES);
        return classes;
    }

    private static RunningProgram stuck() throws IOException {
        return RunningProgram.start("stuck", "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, stuckClasses), "demo.Stuck");
    }

    @Test
    void aProcessThatIsStuckTellsItsDeadlock() throws IOException {
        try (RunningProgram stuck = stuck()) {
            ChildJvm text = ask("dump", stuck);
            assertThat(text.out()).startsWith("deadlock: left -> right -> left",
                    "  left waits for right at demo.Stuck.awaitOther(Stuck.java:16)",
                    "  right waits for left at demo.Stuck.awaitOther(Stuck.java:16)", "");
            assertThat(text.out().get(4)).startsWith("loop 1 on thread \"main\": ").endsWith(", 3 tasks and methods");
            assertThat(text.exit()).isZero();
            assertThat(ask("dump", stuck, "--json").out()).singleElement().asString().startsWith("{\"version\":1,").contains("\"deadlocks\":[[");
            assertThat(ask("ps", stuck).out()).filteredOn(line -> line.contains("deadlock"))
                    .containsExactly("2   task  left    1     deadlock  3       right      demo.Stuck.awaitOther(Stuck.java:16)",
                            "3   task  right   1     deadlock  2       left       demo.Stuck.awaitOther(Stuck.java:16)");
            assertThat(ask("pstree", stuck).out()).first().isEqualTo("deadlock: left -> right -> left");
        }
    }

    @Test
    void aPageIsWrittenInPlaceOfTheOldOneAndNothingBeside() throws IOException {
        Path pages = Files.createDirectory(directory.resolve("pages"));
        Path page = Files.writeString(pages.resolve("page.html"), "old");
        try (RunningProgram stuck = stuck()) {
            ChildJvm written = ask("dump", stuck, "--html", page.toString());
            assertThat(written.out()).isEmpty();
            assertThat(written.exit()).isZero();
            assertThat(page).content().startsWith("<!DOCTYPE html>").contains("\"process\":\"" + stuck.id() + "\"").contains("Stuck.java");
            assertThat(pages).isDirectoryContaining("glob:**page.html").isDirectoryNotContaining("glob:**.tmp");

            ChildJvm nowhere = ask("dump", stuck, "--html", pages.resolve("none/page.html").toString());
            assertThat(nowhere.err()).singleElement().asString().startsWith("async: no such file or directory: " + pages.resolve("none/page.html"));
            assertThat(nowhere.exit()).isEqualTo(1);
        }
    }

    @Test
    void watchingEndsWithTheProcess() throws IOException, InterruptedException {
        try (RunningProgram stuck = stuck();
                RunningProgram watching = RunningProgram.start("process " + stuck.id() + " at .*", "-jar", Jars.COMMAND_LINE.toString(), "watch", stuck.id(), "-n", "0.01")) {
            stuck.close();
            assertThat(watching.rest()).contains("3 tasks and methods: 3 waiting", "deadlock: left -> right -> left").endsWith("process " + stuck.id() + " has ended");
            assertThat(watching.exit()).isZero();
        }
    }

    private RunningProgram measured() throws IOException {
        return RunningProgram.start("ready", "-XX:+UseSerialGC", "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, compiled("measured")), "demo.Measured");
    }

    @Test
    void aProcessThatIsWatchedForLongDoesNotGrow() throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        try (RunningProgram measured = measured()) {
            watch(measured, temporary, 50);
            long[] before = measure(measured);
            watch(measured, temporary, 1000);
            long[] after = measure(measured);

            assertThat(after[0]).as("threads").isEqualTo(before[0]);
            assertThat(after[1]).as("files").isEqualTo(before[1]);
            assertThat(after[2]).as("classes, of which the JVM's compilers may need some").isLessThan(before[2] + 100);
            assertThat(after[3]).as("bytes").isLessThan(before[3] + 200_000);
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void whoeverIsKilledWhileHeWatchesLeavesNothing() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        try (RunningProgram measured = measured()) {
            watch(measured, temporary, 1);
            long[] before = measure(measured);
            try (RunningProgram watching = RunningProgram.start("process .*", "-Djava.io.tmpdir=" + temporary, "-jar", Jars.COMMAND_LINE.toString(), "watch", measured.id())) {
                assertThat(measure(measured)[0]).isEqualTo(before[0] + 1);
                watching.close();
                watching.exit();
            }
            long[] after = measure(measured);
            while (after[0] > before[0] || after[1] > before[1]) { // its end of the connection is noticed soon, or this test never ends
                after = measure(measured);
            }
            assertThat(temporary).isEmptyDirectory();
        }
    }

    /** Twice: to measure needs classes, too. */
    private static long[] measure(RunningProgram program) throws IOException {
        program.say("");
        return Stream.of(program.say("").split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static void watch(RunningProgram program, Path temporary, int looks) {
        ChildJvm watching = ChildJvm.run(List.of("-Djava.io.tmpdir=" + temporary, "-jar", Jars.COMMAND_LINE.toString(), "watch", program.id(),
                "--interval", "0.001", "--count", Integer.toString(looks)));
        assertThat(watching.err()).isEmpty();
        assertThat(watching.out()).filteredOn("---"::equals).hasSize(looks - 1);
    }

    @Test
    void runtimesOfAllClassLoadersAreAsked() throws IOException {
        try (RunningProgram program = RunningProgram.start("2", "-cp", compiled("tworuntimes").toString(), "demo.TwoRuntimes", LIBRARIES)) {
            assertThat(ask("pstree", program).out()).filteredOn(line -> line.startsWith("runtime ")).map(line -> line.replaceFirst("\\d", "N"))
                    .containsExactlyInAnyOrder("runtime N of 2, in class loader shop", "runtime N of 2, in class loader bank");
            assertThat(ask("dump", program).out()).filteredOn("loop 1: not running, 0 tasks and methods"::equals).hasSize(2);
        }
    }
}
