package org.asyncjava.transformer.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page ARCHITECTURE.md shows as generated is what is generated. */
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("../ARCHITECTURE.md");
    private static final Pattern LISTING = Pattern.compile("(?ms)^```listing\\n(.*?)^```$");

    /** Lines of a block stand in the golden in the same order, without a gap except where the page has "...". */
    @Test
    void everyListingOnThePageIsPartOfAGolden() throws IOException {
        String goldens = Files.readString(Golden.DIRECTORY.resolve("LoopWithAwait.plan"))
                + Files.readString(Golden.DIRECTORY.resolve("LoopWithAwait.listing"));
        List<String> blocks = LISTING.matcher(Files.readString(PAGE)).results().map(MatchResult::group).toList();

        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            String[] parts = block.replaceAll("(?m)^```.*\\n?", "").split("(?m)^\\.\\.\\.\\n");
            assertThat(goldens).containsSubsequence(parts);
        }
    }
}
