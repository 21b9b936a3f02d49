package org.asyncjava.compiler.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.testing.Promises;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sources with something taken out, put in or moved somewhere: no mend throws, and what is offered leaves no more of the text unread than before. */
class BrokenSourcesTest {
    private static final String[] SCRAPS = {"", "", "}", "{", "(", ";", "\"", "await(", "@", "/*", "return ", "\n", "\r", "\t", "case", "->", "\uD83D\uDE00", "<T>"};

    private static List<String> texts() throws IOException {
        List<Path> files = new ArrayList<>(Promises.corpus());
        for (String folder : List.of("src/test/riddles", "src/test/fixes")) {
            try (Stream<Path> more = Files.list(Path.of(folder))) {
                more.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    @Test
    void some() throws IOException {
        assertThat(tried(new Random(20), 120)).isGreaterThan(40);
    }

    @Test
    @Tag("nightly")
    void many() throws IOException {
        assertThat(tried(new Random(), 2_000)).isPositive();
    }

    private static int tried(Random random, int sources) throws IOException {
        List<String> texts = texts();
        int tried = 0;
        for (int count = 0; count < sources; count++) {
            String text = broken(texts.get(random.nextInt(texts.size())), random);
            Optional<CheckedSource> source = CheckedSource.alone(Path.of("Broken.java"), text, List.of());
            List<Violation> violations = source.map(CheckedSource::violations).orElse(List.of());
            for (int index = 0; index < Math.min(3, violations.size()); index++) {
                tried += fixes(source.get(), violations.get(random.nextInt(violations.size())));
            }
        }
        return tried;
    }

    private static int fixes(CheckedSource source, Violation violation) {
        List<Fix> fixes = Fixes.offered(source, violation, fix -> true);
        for (Fix fix : fixes) {
            CheckedSource after = source.with(fix.applied(source.text())).orElseThrow();
            assertThat(after.flaws()).as("%s of%n%s", fix, source.text()).isLessThanOrEqualTo(source.flaws());
        }
        return fixes.size();
    }

    private static String broken(String text, Random random) {
        StringBuilder broken = new StringBuilder(random.nextBoolean() ? text : text.replace("\n", "\r\n"));
        for (int edits = random.nextInt(3); edits >= 0; edits--) {
            int start = random.nextInt(broken.length());
            int end = Math.min(broken.length(), start + random.nextInt(12));
            broken.replace(start, end, SCRAPS[random.nextInt(SCRAPS.length)]);
        }
        return broken.toString();
    }
}
