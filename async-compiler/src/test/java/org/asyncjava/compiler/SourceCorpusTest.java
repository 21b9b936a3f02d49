package org.asyncjava.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.compiler.source.SourceCheck;
import org.asyncjava.compiler.source.SourceReport;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The check of sources alone reports what the corpus promises, and nothing else. HARD_CASES 16, 38-42, 44, 51, 88. */
class SourceCorpusTest {
    @TestFactory
    Stream<DynamicTest> everyPromiseIsKeptAndNothingElseIsReported() throws IOException {
        return Promises.corpus().stream().map(source -> dynamicTest(source.getFileName().toString(), () -> {
            SourceReport report = new SourceCheck(StandardCharsets.UTF_8, List.of()).check(List.of(source));
            assertThat(report.remarks()).isEmpty();
            assertThat(Promises.foundInSource(report.all())).isEqualTo(Promises.of(source).inSource());
        }));
    }
}
