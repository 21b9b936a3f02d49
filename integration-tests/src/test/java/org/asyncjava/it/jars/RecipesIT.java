package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.launch.Launcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes of the documentation for builds without Maven. */
class RecipesIT {
    private static final Path ROOT = Path.of("..");
    private static final String OUTPUT = "bakery 240, market 195";

    @TempDir
    private Path directory;
    private Path builds;
    private Path lib;

    @BeforeEach
    void copyBuilds() throws IOException {
        builds = directory.resolve("builds");
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples/builds"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = builds.resolve(ROOT.resolve("examples/builds").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        lib = Files.createDirectories(directory.resolve("lib"));
        for (Path jar : List.of(Jars.ANNOTATIONS, Jars.RUNTIME, Jars.COMMAND_LINE, Jars.COMPILER)) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
    }

    @ParameterizedTest
    @CsvSource({"ant.md, ant/build.xml", "gradle.md, gradle/build.gradle", "plain-javac.md, javac/build.sh", "plain-javac.md, javac/plugin.sh"})
    void thePageShowsTheFileThatIsExecuted(String page, String recipe) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs").resolve(page)))
                .contains("\n" + Files.readString(ROOT.resolve("examples/builds").resolve(recipe)) + "```\n");
    }

    @ParameterizedTest
    @CsvSource({"build.sh", "plugin.sh"})
    void plainJavac(String script) {
        assumeThat(Path.of("/bin/sh")).exists();
        ChildProcess child = ChildProcess.run(List.of("/bin/sh", builds.resolve("javac").resolve(script).toString()),
                Map.of("LIB", lib.toString(), "OUT", directory.resolve("out").toString()));
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).containsExactly(OUTPUT);
    }

    @Test
    void ant() {
        ChildJvm child = ChildJvm.run(List.of("-cp", ChildJvm.path(Jars.of(Project.class), Jars.of(Launcher.class)),
                "org.apache.tools.ant.Main", "-f", builds.resolve("ant/build.xml").toString(),
                "-Dlib=" + lib, "-Dclasses=" + directory.resolve("classes")));
        assertThat(child.out()).anyMatch(line -> line.matches(".*async: 2 methods in 1 class transformed in \\d+ ms"))
                .anyMatch(line -> line.endsWith(OUTPUT));
        assertThat(child.exit()).isZero();
    }

    /** Gradle is not among what Maven can fetch; Debian's is of a time before Java 25. */
    @Test
    void gradleWhereItIsInstalled() throws IOException {
        assumeThat(Runtime.version().feature()).isEqualTo(17);
        assumeThat(System.getenv("PATH").split(File.pathSeparator)).anyMatch(entry -> Files.isExecutable(Path.of(entry, "gradle")));
        List<String> command = List.of("gradle", "--offline", "--no-daemon", "-Dmaven.repo.local=" + repository(),
                "-g", directory.resolve("gradle-home").toString(), "-p", builds.resolve("gradle").toString(), "run");
        ChildProcess first = ChildProcess.run(command, Map.of());
        assertThat(first.out()).contains(OUTPUT);
        ChildProcess second = ChildProcess.run(command, Map.of());
        assertThat(second.out()).contains(":compileJava UP-TO-DATE", OUTPUT);
    }

    private Path repository() throws IOException {
        Path repository = directory.resolve("repository");
        publish(repository, "async-annotations", Jars.ANNOTATIONS, "");
        publish(repository, "async-runtime", Jars.RUNTIME, "async-annotations");
        publish(repository, "async-transformer", Jars.COMMAND_LINE, "");
        return repository;
    }

    private static void publish(Path repository, String artifact, Path jar, String dependency) throws IOException {
        String version = Jars.VERSION;
        Path folder = Files.createDirectories(repository.resolve(Path.of("org", "asyncjava", artifact, version)));
        Files.copy(jar, folder.resolve(jar.getFileName()));
        List<String> needed = Arrays.stream(dependency.split(" ")).filter(name -> !name.isEmpty())
                .map(name -> "<dependency>" + coordinates(name, version) + "</dependency>").toList();
        Files.writeString(folder.resolve(artifact + "-" + version + ".pom"), "<project><modelVersion>4.0.0</modelVersion>"
                + coordinates(artifact, version) + "<dependencies>" + String.join("", needed) + "</dependencies></project>");
    }

    private static String coordinates(String artifact, String version) {
        return "<groupId>org.asyncjava</groupId><artifactId>" + artifact + "</artifactId><version>" + version + "</version>";
    }
}
