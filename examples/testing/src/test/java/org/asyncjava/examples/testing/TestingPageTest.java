package org.asyncjava.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the page shows are programs of this folder. */
class TestingPageTest {
    @Test
    void whatThePageShowsIsInThePrograms() throws IOException {
        String programs;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            programs = files.filter(file -> file.toString().endsWith(".java")).map(TestingPage::read).map(TestingPageTest::withoutIndentation)
                    .collect(Collectors.joining());
        }
        assertThat(TestingPage.programs()).hasSizeGreaterThan(4).allSatisfy(shown -> assertThat(programs).contains(withoutIndentation(shown)));
    }

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
