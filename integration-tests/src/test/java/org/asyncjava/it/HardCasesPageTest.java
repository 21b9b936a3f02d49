package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code docs/hard-cases.md} has a row for every number, and what it names as tests is there. */
class HardCasesPageTest {
    private static final Path ROOT = Path.of("..");
    private static final int CASES = 102;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.+?) \\| (.+?) \\| (.+?) \\|$");
    /** A test class or a target, perhaps with a method. */
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
    private static final Pattern REAL_BUILD = Pattern.compile("`([a-z][a-z0-9]*(?:-[a-z0-9]+)*)`");

    @Test
    void everyNumberHasOneRow() throws IOException {
        assertThat(rows().stream().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void whatRowsNameIsThere() throws IOException {
        Map<String, String> sources = testSources();
        assertThat(rows().stream().flatMap(row -> missing(row.group(3), sources).map(name -> row.group(1) + " " + name))).isEmpty();
    }

    @Test
    void aRowWithoutATestSaysWhy() throws IOException {
        assertThat(rows().stream().filter(row -> !row.group(3).contains("`")).map(row -> row.group(4)))
                .noneMatch(result -> result.startsWith("passes") || result.startsWith("refused"));
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(ROOT.resolve("docs/hard-cases.md"))).results().toList();
    }

    private static Stream<String> missing(String tests, Map<String, String> sources) {
        Stream<String> classes = NAME.matcher(tests).results().filter(name -> !isThere(name, sources)).map(MatchResult::group);
        Matcher builds = REAL_BUILD.matcher(tests);
        return Stream.concat(classes, builds.results().map(MatchResult::group).filter(HardCasesPageTest::isNoFolder));
    }

    private static boolean isThere(MatchResult name, Map<String, String> sources) {
        String source = sources.get(name.group(1));
        return source != null && (name.group(2) == null || source.contains(" " + name.group(2) + "("));
    }

    private static boolean isNoFolder(String quoted) {
        String name = quoted.replace("`", "");
        return !Files.isDirectory(Path.of("src", "it", name)) && !Files.isDirectory(ROOT.resolve(name));
    }

    /** The texts of all test sources by the name of their class. */
    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Path folder : testFolders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> sources.put(nameOf(file), text(file)));
            }
        }
        return sources;
    }

    private static List<Path> testFolders() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT); Stream<Path> examples = Files.list(ROOT.resolve("examples"))) {
            return Stream.concat(modules, examples).map(module -> module.resolve("src/test")).filter(Files::isDirectory).toList();
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
