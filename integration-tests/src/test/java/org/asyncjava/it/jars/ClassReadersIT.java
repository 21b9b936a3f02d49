package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines under the eyes of what reads class files in programs of today: each reader in a JVM of its own, with transformed classes of two Javas. */
@DisplayName("HARD_CASES 55, 91: readers of class files")
class ClassReadersIT {
    private static final int FIRST_WITH_CLASS_FILES = 24;
    private static final String ANSWER = "outer member deep interface enum lambda anonymous local";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"8, 9", "17, 11"})
    void reflection(int release, int machines) throws IOException {
        assertThat(read("Reflection", release)).containsExactly(machines + " machines");
    }

    /** There the machines of nested classes are in no nest, but enclosed as any other. */
    @Test
    void reflectionBesideTheAgent() throws IOException {
        Path classes = program(17);
        List<String> arguments = new ArrayList<>(List.of("-javaagent:" + Jars.AGENT, "-Xverify:all"));
        arguments.addAll(List.of("-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, classes, readers()), "readers.Loaded", "demo.Prices"));
        ChildJvm child = ChildJvm.run(arguments);
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).containsExactly("9 machines");
    }

    @ParameterizedTest
    @CsvSource({"8, 9", "17, 11"})
    void jandex(int release, int machines) throws IOException {
        assertThat(read("Jandex", release)).containsExactly(machines + " machines");
    }

    @ParameterizedTest
    @CsvSource({"8, 9", "17, 11"})
    void classGraph(int release, int machines) throws IOException {
        assertThat(read("Scan", release)).containsExactly(machines + " machines");
    }

    @ParameterizedTest
    @CsvSource({"8, 9", "17, 11"})
    void byteBuddy(int release, int machines) throws IOException {
        assertThat(read("Buddy", release)).containsExactly(machines + " machines", ANSWER);
    }

    @Test
    void weld() throws IOException {
        assertThat(read("Weld", 17)).containsExactly("[demo.Prices, demo.Prices$Member, demo.Prices$Member$Deep]", ANSWER);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17})
    void theClassFilesOfTheJdk(int release) throws IOException {
        assumeTrue(Runtime.version().feature() >= FIRST_WITH_CLASS_FILES);
        Path reader = directory.resolve("classfile");
        Sources.compile("classfile", reader);
        Path classes = transformed(release);
        ChildJvm child = ChildJvm.run(List.of("-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, classes, reader), "readers.ClassFiles", classes.toString()));
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).containsExactly((release == 8 ? 9 : 11) + " machines");
    }

    @ParameterizedTest
    @CsvSource({"6, 8", "6, 17", "7, 8", "7, 17"})
    void spring(int spring, int release) throws IOException {
        boolean byJdk = spring == 7 && Runtime.version().feature() >= FIRST_WITH_CLASS_FILES;
        assertThat(read("Spring", release, jars("spring-" + spring), "--add-opens=java.base/java.lang=ALL-UNNAMED"))
                .containsExactly(byJdk ? "[ClassFileMetadataReader]" : "[SimpleMetadataReader]", "[demo.Prices, demo.Prices$Member]", ANSWER, ANSWER);
    }

    private List<String> read(String reader, int release) throws IOException {
        return read(reader, release, jars("spring-6"));
    }

    private List<String> read(String reader, int release, List<Path> spring, String... options) throws IOException {
        Path classes = transformed(release);
        List<Path> entries = new ArrayList<>(List.of(Jars.ANNOTATIONS, Jars.RUNTIME, Jars.of(ByteBuddy.class), classes, readers()));
        entries.addAll(jars("readers"));
        entries.addAll(spring);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-Xverify:all", "-cp", path(entries.toArray(Path[]::new)), "readers." + reader, classes.toString()));
        ChildJvm child = ChildJvm.run(arguments);
        assertThat(child.exit()).as(String.join("\n", child.err())).isZero();
        return child.out();
    }

    private Path program(int release) {
        Path classes = directory.resolve("classes");
        String[] options = {"-nowarn", "-Xlint:-options", "--release", Integer.toString(release), "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, classes)};
        Sources.compile("nested", classes, options);
        if (release > 8) {
            Sources.compile("nested17", classes, options);
        }
        return classes;
    }

    private Path transformed(int release) {
        Path classes = program(release);
        ChildJvm child = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "--classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME),
                "--verify", classes.toString()));
        assertThat(child.err()).isEmpty();
        return classes;
    }

    private Path readers() throws IOException {
        Path classes = directory.resolve("readers");
        List<Path> entries = new ArrayList<>(List.of(Jars.of(ByteBuddy.class), directory.resolve("classes")));
        entries.addAll(jars("readers"));
        entries.addAll(jars("spring-6"));
        Sources.compile("readers", classes, "-cp", path(entries.toArray(Path[]::new)));
        return classes;
    }

    /** Put there by the build; two versions of Spring cannot be on one class path. */
    private static List<Path> jars(String folder) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", folder))) {
            return jars.sorted().toList();
        }
    }
}
