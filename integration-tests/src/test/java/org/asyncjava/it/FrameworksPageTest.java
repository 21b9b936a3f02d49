package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recipes that {@code docs/frameworks.md} shows are those that the projects in {@code frameworks/src/it} try with real servers. */
class FrameworksPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern PROJECT = Pattern.compile("(?m) `([a-z-]+)` \\|$");

    @Test
    void whatThePageShowsIsInAProject() throws IOException {
        String sources = sources();
        List<String> shown = JAVA.matcher(page()).results().map(block -> withoutIndentation(block.group(1))).toList();
        assertThat(shown).hasSizeGreaterThan(5).allSatisfy(recipe -> assertThat(sources).contains(recipe));
    }

    @Test
    void eachProjectHasARowOnThePage() throws IOException {
        assertThat(PROJECT.matcher(page()).results().map(project -> project.group(1)).toList())
                .containsExactlyInAnyOrderElementsOf(projects().map(project -> project.getFileName().toString()).toList());
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/frameworks.md"));
    }

    private static Stream<Path> projects() throws IOException {
        return Files.list(ROOT.resolve("frameworks/src/it")).filter(folder -> Files.exists(folder.resolve("invoker.properties")));
    }

    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        projects().forEach(project -> {
            try (Stream<Path> files = Files.walk(project.resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> text.append(read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return text.toString();
    }

    private static String read(Path file) {
        try {
            return withoutIndentation(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
