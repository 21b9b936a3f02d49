package org.asyncjava.examples.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asyncjava.runtime.AnyLoop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that forget to await. In debug mode each prints what its original prints under CPython; what is said of the forgotten
 * coroutine names the same one, in Java's words, and comes when the JVM ends.
 */
class ForgottenSeedsTest { // HARD_CASES 75
    private static final Pattern FORGOTTEN = Pattern.compile("coroutine '(?:\\w+\\.)*(\\w+)' was never awaited");

    static Stream<Arguments> programs() {
        return Stream.of(
                arguments("02-print-coroutine", PrintCoroutine.class),
                arguments("10-sleep-not-awaited", SleepNotAwaited.class),
                arguments("21-main-not-awaited", MainNotAwaited.class),
                arguments("31-called-not-awaited", CalledNotAwaited.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void saysWhatItsOriginalSays(String golden, Class<?> program) throws Exception {
        assertThatItSays(golden(golden), outputOf(program.getName()));
    }

    /** The others run no loop. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
    void theOneThatRunsALoopSaysSoOnEveryKind(AnyLoop.Kind kind) throws Exception {
        assertThatItSays(golden("10-sleep-not-awaited"), outputOf(OtherLoop.class.getName(), kind.name(), SleepNotAwaited.class.getName()));
    }

    private static void assertThatItSays(String expected, String printed) {
        assertThat(forgotten(printed)).isEqualTo(forgotten(expected)).isNotEmpty();
        assertThat(ownLines(printed)).isEqualTo(ownLines(expected));
    }

    /** Names of coroutines without the languages' ways of writing them. */
    private static List<String> forgotten(String text) {
        return FORGOTTEN.matcher(text).results().map(ForgottenSeedsTest::name).toList();
    }

    private static String name(MatchResult found) {
        return found.group(1).replace("_", "").toLowerCase(Locale.ROOT);
    }

    /**
     * What the program itself prints: neither warnings nor the source lines under CPython's, nor what debug mode says of steps that take long, as
     * all do on a busy machine. A coroutine is printed differently.
     */
    private static List<String> ownLines(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("Executing <") && !FORGOTTEN.matcher(line).find() && !line.startsWith("RuntimeWarning") && !line.startsWith("  "))
                .map(line -> line.replaceAll("<coroutine object \\w+ at 0xADDR>|<\\S+\\(\\) created>", "<COROUTINE>"))
                .toList();
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = ForgottenSeedsTest.class.getResourceAsStream("forgotten/" + name + ".out")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static String outputOf(String... program) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> options = Stream.of(java, "-Dasyncjava.debug=true", "-Djava.util.logging.SimpleFormatter.format=%5$s%n",
                "-cp", System.getProperty("java.class.path"));
        Process jvm = new ProcessBuilder(Stream.concat(options, Stream.of(program)).toList()).redirectErrorStream(true).start();
        String output = new String(jvm.getInputStream().readAllBytes(), UTF_8);
        assertThat(jvm.waitFor()).as(output).isZero();
        return output;
    }
}
