package org.asyncjava.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A situation has one name, in the goldens of the plans and among the targets that are run. */
class SituationNamesTest {
    /** What a page shows or a plan is best seen by, and a target has along with much else. */
    private static final Set<String> PLANNED_ALONE = Set.of("ColdParameters", "ColdWithoutParameters", "FinallyCopies", "LoopWithAwait", "NullAndMixedTypes");

    @Test
    void goldensAreNamedAsTargetsAre() throws IOException {
        Set<String> goldens = sources(Path.of("../async-transformer/src/test/goldens"), 1);
        Set<String> unknown = new TreeSet<>(goldens);
        unknown.removeAll(sources(Path.of("src/test/targets"), Integer.MAX_VALUE));

        assertThat(goldens).hasSizeGreaterThan(PLANNED_ALONE.size());
        assertThat(unknown).containsExactlyInAnyOrderElementsOf(PLANNED_ALONE);
    }

    private static Set<String> sources(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", "")).collect(Collectors.toSet());
        }
    }
}
