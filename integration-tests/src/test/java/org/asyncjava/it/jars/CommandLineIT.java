package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar. */
class CommandLineIT {
    private static final int MEGABYTE = 1 << 20;

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

    /** The annotation of the jobs, which makes entry points of them, is in another place than they. */
    @Test
    void entryPointsOfATransformedProgramRunOnALoop() {
        Path marks = directory.resolve("marks");
        Path classes = directory.resolve("classes");
        Sources.compile("marks", marks, "-cp", Jars.ANNOTATIONS.toString());
        Sources.compile("entry", classes, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, marks));
        ChildJvm child = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "--classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME, marks),
                "--verify", classes.toString()));
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).singleElement().asString().matches("async: 3 methods in 2 classes transformed in \\d+ ms");
        List<String> options = List.of("-Xverify:all", "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, marks, classes));
        ChildJvm main = ChildJvm.run(Arguments.of(options.toArray(String[]::new)).and("demo.Main", "x"));
        assertThat(main.out()).containsExactly("1 [a, b]", "run() cannot be called from a running event loop");
        assertThat(main.exit()).isEqualTo(1);
        assertThat(main.err()).first().isEqualTo("Exception in thread \"main\" java.io.IOException: the end");
        assertThat(main.err()).anyMatch(line -> line.contains("at demo.Main.main(Main.java:27)"));
        assertThat(ChildJvm.run(Arguments.of(options.toArray(String[]::new)).and("demo.Jobs")).out()).containsExactly("1 2");
    }

    @Test
    void aJarLargerThanTheHeapIsTransformed() throws IOException {
        Path classes = directory.resolve("classes");
        Sources.compile("shop", classes, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME));
        Path jar = directory.resolve("large.jar");
        pack(classes, jar, 100);
        ChildJvm child = ChildJvm.run(List.of("-Xmx32m", "-jar", Jars.COMMAND_LINE.toString(),
                "--classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME), jar.toString()));
        assertThat(child.err()).isEmpty();
        assertThat(child.out()).singleElement().asString().startsWith("async: 7 methods in 5 classes transformed in ");
        assertThat(Files.size(jar)).isGreaterThan(100 * MEGABYTE);
        ChildJvm program = ChildJvm.run(List.of("-Xverify:all", "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME, jar), "demo.Shop"));
        assertThat(program.out()).hasSize(7);
    }

    /** The classes, with some megabytes of noise between them. */
    private static void pack(Path classes, Path jar, int megabytes) throws IOException {
        byte[] noise = new byte[MEGABYTE];
        new Random(1).nextBytes(noise);
        CRC32 sum = new CRC32();
        sum.update(noise);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.walk(classes)) {
            for (int i = 0; i < megabytes; i++) {
                ZipEntry entry = new ZipEntry("noise/" + i + ".bin");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(noise.length);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(noise);
            }
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }

    /** Classes of the archive are told by the JVM itself. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsLauncherKeepsItsClassesForTheNextRun() throws IOException {
        ChildJvm printed = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "launcher"));
        Path launcher = Files.write(directory.resolve("async-transformer"), printed.out());
        Path archives = directory.resolve("archives");
        Map<String, String> variables = Map.of("ASYNC_TRANSFORMER_ARCHIVES", archives.toString());
        for (String run : List.of("first", "second")) {
            Path classes = directory.resolve(run);
            Sources.compile("shop", classes, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME));
            ChildProcess child = ChildProcess.run(List.of("sh", launcher.toString(), "--classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME), classes.toString()), variables);
            assertThat(child.err()).as(run).isEmpty();
            assertThat(child.out()).as(run).singleElement().asString().matches("async: 7 methods in 5 classes transformed in \\d+ ms");
            assertThat(archives).as(run).isDirectoryContaining("glob:**.jsa");
        }
        Path archive = directory.resolve("archive");
        try (Stream<Path> files = Files.list(archives)) {
            Files.move(files.findFirst().orElseThrow(), archive);
        }
        Path classes = directory.resolve("third");
        Sources.compile("shop", classes, "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME));
        ChildJvm logged = ChildJvm.run(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:SharedArchiveFile=" + archive, "-Xlog:class+load",
                "-jar", Jars.COMMAND_LINE.toString(), "--classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME), classes.toString()));
        assertThat(logged.out()).anyMatch(line -> line.endsWith("org.asyncjava.transformer.AsyncTransformer source: shared objects file (top)"))
                .anyMatch(line -> line.endsWith("org.asyncjava.transformer.emit.MachineEmitter source: shared objects file (top)"));
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
