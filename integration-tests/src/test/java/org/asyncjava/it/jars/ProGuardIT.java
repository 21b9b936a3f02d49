package org.asyncjava.it.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.it.jars.ChildJvm.path;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asyncjava.runtime.Coroutine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program and the runtime, shrunk, optimised and renamed as one, with the rules that the runtime's jar brings along. */
@DisplayName("ProGuard")
class ProGuardIT {
    private static final List<String> OUTPUT = List.of("[a, b] ab 41 timeout thread", "hothot! ownown", "true true");
    private static final String RULES = "/META-INF/proguard/async-runtime.pro";

    @TempDir
    private Path directory;
    private Path classes;

    @BeforeEach
    void transform() {
        classes = directory.resolve("classes");
        Sources.compile("shrunk", classes, "--release", "17", "-cp", path(Jars.ANNOTATIONS, Jars.RUNTIME));
        ChildJvm child = ChildJvm.run(List.of("-jar", Jars.COMMAND_LINE.toString(), "--classpath", path(Jars.ANNOTATIONS, Jars.RUNTIME),
                classes.toString()));
        assertThat(child.err()).isEmpty();
    }

    @Test
    void aShrunkProgramDoesTheSame() throws IOException {
        Path shrunk = shrink(rules());
        ChildJvm program = ChildJvm.run(List.of("-Xverify:all", "-cp", shrunk.toString(), "demo.Program"));
        assertThat(program.err()).isEmpty();
        assertThat(program.out()).isEqualTo(OUTPUT);
        try (JarFile jar = new JarFile(shrunk.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName)).contains("demo/Program.class").doesNotContain("demo/Program$hot$Async1.class",
                    "org/asyncjava/runtime/AsyncBarrier.class");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RULES, "/META-INF/com.android.tools/proguard/async-runtime.pro", "/META-INF/com.android.tools/r8/async-runtime.pro"})
    void theRulesAreWhereToolsLookForThem(String place) throws IOException {
        try (InputStream rules = Coroutine.class.getResourceAsStream(place)) {
            assertThat(rules).isNotNull();
            assertThat(new String(rules.readAllBytes())).isEqualTo(Files.readString(rules()));
        }
    }

    private Path rules() throws IOException {
        try (InputStream rules = Coroutine.class.getResourceAsStream(RULES)) {
            return Files.write(directory.resolve("async-runtime.pro"), rules.readAllBytes());
        }
    }

    private Path shrink(Path rules) throws IOException {
        Path shrunk = directory.resolve("shrunk.jar");
        Path configuration = Files.writeString(directory.resolve("program.pro"), """
                -injars '%s'
                -injars '%s'(!module-info.class,!META-INF/**)
                -injars '%s'(!module-info.class,!META-INF/**)
                -outjars '%s'
                -libraryjars '%s'
                -keep class demo.Program { public static void main(java.lang.String[]); }
                -include '%s'
                """.formatted(classes, Jars.RUNTIME, Jars.ANNOTATIONS, shrunk, library(), rules));
        ChildJvm proGuard = ChildJvm.run(List.of("-Xmx1g", "-cp", Path.of("target", "proguard") + "/*", "proguard.ProGuard", "@" + configuration));
        assertThat(proGuard.exit()).as(String.join("\n", proGuard.out()) + String.join("\n", proGuard.err())).isZero();
        return shrunk;
    }

    /** The JDK's classes as a jar; newer JDKs have no other files of them. */
    private Path library() throws IOException {
        Path library = directory.resolve("jdk.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(library))) {
            for (String module : List.of("java.base", "java.logging", "jdk.unsupported")) {
                Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".class") && path.getNameCount() > 3).toList()) {
                        out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                        Files.copy(file, out);
                    }
                }
            }
        }
        return library;
    }
}
