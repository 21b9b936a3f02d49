package org.asyncjava.transformer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the script gives a JVM, which here is a script, too, that tells it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String JVM = """
            #!/bin/sh
            for argument in "$@"; do
              case "$argument" in -XX:ArchiveClassesAtExit=*) touch "${argument#*=}" ;; esac
              echo "$argument"
            done
            exit 7
            """;

    @TempDir
    Path directory;
    private Path script;

    @BeforeEach
    void makeScripts() throws IOException {
        script = executable("it's here/async-transformer", Launcher.script(directory.resolve("it's here/cli.jar")));
        Files.setLastModifiedTime(Files.createFile(directory.resolve("it's here/cli.jar")), FileTime.fromMillis(1_000_000_000_000L));
        executable("jdk/bin/java", JVM);
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"17\"\n");
    }

    private Path executable(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.setPosixFilePermissions(Files.writeString(file, text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(script.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().put("ASYNC_TRANSFORMER_ARCHIVES", directory.resolve("archives").toString());
        Process run = builder.start();
        List<String> given = new String(run.getInputStream().readAllBytes()).lines().toList();
        assertThat(run.waitFor()).as("the JVM's exit code").isEqualTo(7);
        return given;
    }

    private static boolean makesArchive(String argument) {
        return argument.startsWith("-XX:ArchiveClassesAtExit=");
    }

    private static boolean usesArchive(String argument) {
        return argument.startsWith("-XX:SharedArchiveFile=");
    }

    @Test
    void theFirstRunMakesAnArchiveAndTheNextOnesUseIt() throws IOException, InterruptedException {
        assertThat(run("--quiet", "a folder")).anyMatch(LauncherTest::makesArchive).noneMatch(LauncherTest::usesArchive)
                .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "--quiet", "a folder")
                .contains(directory.resolve("it's here/cli.jar").toString());
        assertThat(run("--quiet", "a folder")).anyMatch(LauncherTest::usesArchive).noneMatch(LauncherTest::makesArchive);
        assertThat(directory.resolve("archives")).isDirectoryNotContaining("glob:**.jsa.*");
    }

    @Test
    void anotherJdkMakesAnArchiveOfItsOwn() throws IOException, InterruptedException {
        run("classes");
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        assertThat(run("classes")).anyMatch(LauncherTest::makesArchive);
        assertThat(run("classes")).anyMatch(LauncherTest::usesArchive);
    }

    @Test
    void aRunThatTransformsNothingMakesNone() throws IOException, InterruptedException {
        for (String command : List.of("--help", "--version", "ps", "dump")) {
            assertThat(run(command)).noneMatch(LauncherTest::makesArchive).noneMatch(LauncherTest::usesArchive).contains(command);
        }
    }

    @Test
    void whereNoArchiveCanBeWrittenItRunsWithoutOne() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("archives"), "a file is in the way");
        assertThat(run("classes")).noneMatch(LauncherTest::makesArchive).noneMatch(LauncherTest::usesArchive).contains("classes");
    }
}
