package org.asyncjava.examples.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/observing.md} shows of recordings. */
class FlightRecorderPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "observing.md");
    private static final Path SETTINGS = Path.of("src", "main", "jfr", "async.jfc").toAbsolutePath();

    @TempDir
    private Path directory;

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Runs a command to its end; returns what it has printed. */
    private static String outputOf(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.replace("\r\n", "\n");
    }

    private static List<String> java(Class<?> main, String... options) {
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    private static List<String> events(Path recording) throws IOException, InterruptedException {
        return blocksOf(outputOf(tool("jfr"), "print", "--events", "org.asyncjava.*", recording.toString()));
    }

    private static List<String> blocksOf(String text) {
        Matcher matcher = Pattern.compile("(?m)^org\\.asyncjava\\.\\w+ \\{\n(  .*\n)*\\}$").matcher(text);
        return matcher.results().map(block -> timeless(block.group())).toList();
    }

    /** Without what differs from run to run. */
    private static String timeless(String event) {
        return event.replaceAll("(?m)^  (startTime|duration|running|waiting) = .*", "  $1 =").replaceAll("\\.java line: \\d+|\\.java:\\d+", ".java").replaceAll("javaThreadId = \\d+", "javaThreadId =");
    }

    @Test
    void whatIsPrintedOfARecordingIsWhatThePageShows() throws IOException, InterruptedException {
        Path file = directory.resolve("orders.jfr");
        outputOf(java(Recorded.class, "-XX:StartFlightRecording:filename=" + file + ",settings=" + SETTINGS).toArray(String[]::new));
        List<String> printed = events(file);

        List<String> shown = blocksOf(Files.readString(PAGE));
        assertThat(shown).hasSizeGreaterThan(3);
        assertThat(printed).containsAll(shown);
        assertThat(printed).filteredOn(event -> event.startsWith("org.asyncjava.Task {")).hasSize(6);
    }

    @Test
    void thePageShowsTheSettings() throws IOException {
        assertThat(Files.readString(PAGE)).contains("```xml\n" + Files.readString(SETTINGS) + "```");
    }

    @Test
    void aProgramRunsWhereTheRecorderIsMissing() throws IOException, InterruptedException {
        assertThat(outputOf(java(Recorded.class, "--limit-modules", "java.base", "-Djdk.jfr.repository=none").toArray(String[]::new))).isEmpty();
    }

    @Test
    void aProgramThatRunsAlreadyIsRecordedFromNowOnAndHasLoadedNothingOfTheRecorderBefore() throws IOException, InterruptedException {
        Path loaded = directory.resolve("loaded.txt");
        Path file = directory.resolve("answer.jfr");
        Process running = new ProcessBuilder(java(Answering.class, "-Xlog:class+load:file=" + loaded)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8)); OutputStream in = running.getOutputStream()) {
            assertThat(out.readLine()).isEqualTo("What is it?");
            assertThat(Files.readString(loaded)).contains("org.asyncjava.runtime.Scheduler").doesNotContain("jdk.jfr.").doesNotContain("LoopRecorder");

            outputOf(tool("jcmd"), Long.toString(running.pid()), "JFR.start", "settings=" + SETTINGS, "filename=" + file);
            in.write('\n');
            in.flush();
            assertThat(out.readLine()).isEqualTo("It is it.");
            assertThat(running.waitFor()).isZero();
        } finally {
            running.destroyForcibly();
        }
        assertThat(events(file)).anyMatch(event -> event.contains("name = \"question\"") && event.contains("begunBefore = true"))
                .anyMatch(event -> event.contains("name = \"answer\"") && event.contains("begunBefore = false"));
    }
}
