package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages show is in the programs that are tested. */
class PageTest {
    private static final Path PAGES = Path.of("..", "..", "docs");
    private static final Path PROGRAMS = Path.of("src", "test", "java", "org", "asyncjava", "examples", "asyncio");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

    @ParameterizedTest
    @CsvSource({"generators.md, GeneratorPrograms.java", "resources.md, ResourcePrograms.java"})
    void whatThePageShowsIsInThePrograms(String page, String programs) throws IOException {
        String source = withoutIndentation(Files.readString(PROGRAMS.resolve(programs)));
        List<String> shown = JAVA.matcher(Files.readString(PAGES.resolve(page))).results().map(block -> withoutIndentation(block.group(1))).toList();
        assertThat(shown).hasSizeGreaterThan(3).allSatisfy(block -> assertThat(source).contains(block));
    }

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
