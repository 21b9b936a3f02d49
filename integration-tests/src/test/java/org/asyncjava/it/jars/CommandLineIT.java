package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar. */
class CommandLineIT {
    @TempDir
    private Path directory;

    @Test
    void aProgramThatItTransformedRuns() {
        Path classes = directory.resolve("classes");
        Path transformed = directory.resolve("transformed");
        Sources.compile("shop", classes, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME));
        ChildJvm child = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "--classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME),
                "--verify", "--jobs", "2", "--output", transformed.toString(), classes.toString()));
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).singleElement().asString().matches("async: 7 methods in 5 classes transformed in \\d+ ms");
        ChildJvm program = ChildJvm.run(List.of("-Xverify:all", "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, transformed), "demo.Shop"));
        assertThat(program.err()).isEmpty();
        assertThat(program.out()).hasSize(7);
    }

    @Test
    void itKnowsItsVersion() {
        ChildJvm child = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "--version"));
        assertThat(child.out()).singleElement().asString().matches("async-transformer \\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void whatItUsesIsInsideUnderNamesOfItsOwn() throws Exception {
        try (JarFile jar = new JarFile(Jars.COMMAND_LINE.toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("org/asyncjava/transformer/") || name.startsWith("org/asyncjava/rules/")
                            || name.startsWith("META-INF/"));
        }
    }
}
