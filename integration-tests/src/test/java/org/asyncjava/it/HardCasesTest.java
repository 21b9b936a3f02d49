package org.asyncjava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every hard case of the language has a target or a test that names its number. */
class HardCasesTest {
    private static final Pattern NUMBERS = Pattern.compile("HARD_CASES ([0-9, -]+)");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)(?:-(\\d+))?");
    /** Rules, whose targets are those of the transformer's own tests. */
    private static final Set<Integer> RULES = Set.of(16, 38, 39, 42, 44);

    @Test
    void everyNumberIsNamedSomewhere() throws IOException {
        Set<Integer> missing = new TreeSet<>();
        IntStream.concat(IntStream.rangeClosed(1, 64), IntStream.rangeClosed(97, 102)).forEach(missing::add);
        missing.removeAll(RULES);
        try (Stream<Path> files = Files.walk(Path.of("src", "test"))) {
            for (Path file : files.filter(HardCasesTest::namesWhatItCovers).toList()) {
                missing.removeAll(numbers(Files.readString(file)));
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Random programs name everything, so they do not count. */
    private static boolean namesWhatItCovers(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("RandomProgramsTest.java");
    }

    private static Set<Integer> numbers(String text) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher mention = NUMBERS.matcher(text);
        while (mention.find()) {
            Matcher number = NUMBER.matcher(mention.group(1));
            while (number.find()) {
                int first = Integer.parseInt(number.group(1));
                int last = number.group(2) == null ? first : Integer.parseInt(number.group(2));
                IntStream.rangeClosed(first, last).forEach(numbers::add);
            }
        }
        return numbers;
    }
}
