package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.compiler.fix.Fix;
import org.asyncjava.compiler.fix.Fixes;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.compiler.source.ReadableClasses;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixes for what is wrong with the sources of the corpora: javac and the plugin have less to say of the rule afterwards, and no more errors. */
class FixesOfCorpusTest {
    private static final List<Path> LIBRARIES = List.of(Javac.RUNTIME, Javac.ANNOTATIONS);

    @TempDir
    Path directory;

    /** Those that stand in for other libraries have packages. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path file : Promises.corpus()) {
            if (Files.readAllLines(file).stream().noneMatch(line -> line.startsWith("package "))) {
                sources.add(file);
            }
        }
        return sources;
    }

    @Test
    void someOfEachRule() throws IOException {
        MendedSources mended = mended(2);
        assertThat(mended.worse(LIBRARIES)).isEmpty();
        assertThat(mended.size()).isGreaterThan(25);
    }

    @Test
    @Tag("nightly")
    void all() throws IOException {
        MendedSources mended = mended(Integer.MAX_VALUE);
        assertThat(mended.worse(LIBRARIES)).isEmpty();
        assertThat(mended.size()).isGreaterThan(280);
    }

    private MendedSources mended(int ofRule) throws IOException {
        MendedSources mended = new MendedSources(directory);
        Map<AwaitRule, Integer> tried = new EnumMap<>(AwaitRule.class);
        try (ReadableClasses classes = ReadableClasses.of(LIBRARIES)) {
            for (Path file : sources()) {
                CheckedSource source = CheckedSource.alone(file, Files.readString(file), List.of(classes)).orElseThrow();
                for (Violation violation : source.violations()) {
                    List<Fix> fixes = tried.getOrDefault(violation.rule(), 0) < ofRule ? Fixes.of(source, violation) : List.of();
                    for (Fix fix : fixes) {
                        mended.add(file.getFileName().toString(), source.text(), violation.rule().code(), fix);
                    }
                    tried.merge(violation.rule(), fixes.isEmpty() ? 0 : 1, Integer::sum);
                }
            }
        }
        return mended;
    }
}
