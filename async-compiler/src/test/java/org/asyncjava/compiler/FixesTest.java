package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.compiler.fix.Fix;
import org.asyncjava.compiler.fix.Fixes;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.rules.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fixes for each source of {@code src/test/fixes}: what they are called and which lines they change is written beside it, and what they make
 * javac and the plugin accept. {@code -Dasync.goldens=update} writes anew what is beside the sources.
 */
class FixesTest {
    private static final Path SOURCES = Path.of("src/test/fixes");
    private static final boolean UPDATE = "update".equals(System.getProperty("async.goldens"));

    @TempDir
    Path directory;

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    /** With JUnit, and an annotation like that of async-junit. */
    private List<Path> libraries() throws IOException {
        Path stub = Files.writeString(directory.resolve("AsyncTest.java"), "package org.asyncjava.junit; @org.asyncjava.AsyncEntry public @interface AsyncTest { }");
        Path stubs = Files.createDirectories(directory.resolve("stubs"));
        assertThat(Javac.compile(stubs, List.of(stub))).isEmpty();
        return List.of(Javac.RUNTIME, Javac.ANNOTATIONS, Javac.location(Test.class), stubs);
    }

    @Test
    void eachChangesWhatIsWrittenDownAndCompiles() throws IOException {
        List<Path> libraries = libraries();
        MendedSources mended = new MendedSources(directory);
        List<String> expected = new ArrayList<>();
        List<String> told = new ArrayList<>();
        try (ReadableClasses classes = ReadableClasses.of(libraries)) {
            for (Path file : sources()) {
                Path beside = SOURCES.resolve(file.getFileName().toString().replace(".java", ".fixes"));
                String fixes = fixes(file, CheckedSource.alone(file, Files.readString(file), List.of(classes)).orElseThrow(), mended);
                if (UPDATE) {
                    Files.writeString(beside, fixes);
                }
                told.add(fixes);
                expected.add(Files.exists(beside) ? Files.readString(beside) : "(nothing beside " + file + ")");
            }
        }
        assertThat(told).isEqualTo(expected);
        assertThat(mended.worse(libraries)).isEmpty();
    }

    private static String fixes(Path file, CheckedSource source, MendedSources mended) throws IOException {
        StringBuilder told = new StringBuilder();
        for (Violation violation : source.violations()) {
            told.append(violation.position().text()).append(' ').append(violation.rule().code()).append('\n');
            for (Fix fix : Fixes.of(source, violation)) {
                mended.add(file.getFileName().toString(), source.text(), violation.rule().code(), fix);
                told.append("  ").append(fix.kind()).append(": ").append(fix.title()).append('\n')
                        .append(LineChanges.of(source.text(), fix.applied(source.text())));
            }
        }
        return told.toString();
    }
}
