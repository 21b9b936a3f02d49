package org.asyncjava.it.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asyncjava.it.harness.Build;
import org.asyncjava.it.harness.Dialect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debugger over JDI: the program runs its method with completed operands first, and then with operands that are pending. */
@DisplayName("HARD_CASES 92: breakpoints, variables and steps around awaits")
class DebuggerTest {
    private static final Path SOURCE = Path.of("src", "test", "targets", "debugged", "Debugged.java");

    @TempDir
    private Path classes;
    private List<String> source;

    @BeforeEach
    void build() throws IOException {
        source = Files.readAllLines(SOURCE);
        Build build = Build.of(Map.of("Debugged.java", Files.readString(SOURCE)), Dialect.of(17, "-g"));
        for (Map.Entry<String, byte[]> classFile : build.transformed().entrySet()) {
            Files.write(classes.resolve(classFile.getKey() + ".class"), classFile.getValue());
        }
    }

    private Debuggee launched(String... comments) {
        List<Path> places = new ArrayList<>(Build.classPath());
        places.add(classes);
        String classPath = places.stream().map(place -> place.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
        return Debuggee.launched(classPath, "Debugged", List.of(comments).stream().map(this::line).toArray(Integer[]::new));
    }

    /** The line that ends with a comment. */
    private int line(String comment) {
        return 1 + source.indexOf(source.stream().filter(text -> text.endsWith("// " + comment)).findFirst().orElseThrow());
    }

    @Test
    void aBreakpointAfterAnAwaitStopsOnceAndShowsTheVariables() {
        List<Stop> stops = allStops("after first", "after second");
        assertThat(stops).extracting(Stop::line).containsExactly(line("after first"), line("after second"), line("after first"),
                line("after second"));
        assertThat(stops).allSatisfy(stop -> {
            assertThat(stop.method()).isEqualTo("Debugged.total");
            assertThat(stop.self()).isEqualTo("name");
            assertThat(stop.locals()).containsEntry("sum", "3");
        });
        assertThat(stops.get(0).locals()).containsEntry("label", "name!");
        assertThat(stops.get(2).locals()).containsEntry("label", "name!").containsKey("second");
        assertThat(stops.get(1).locals()).containsEntry("more", "2").containsKey("labels");
        assertThat(stops.get(3).locals()).containsEntry("more", "2").containsKey("labels");
    }

    @Test
    void aBreakpointAtAnAwaitStopsOnceAndNotAgainWhenTheMethodIsResumed() {
        assertThat(allStops("before", "first await", "second await")).extracting(Stop::line).containsExactly(
                line("before"), line("first await"), line("second await"), line("before"), line("first await"), line("second await"));
    }

    private List<Stop> allStops(String... comments) {
        List<Stop> stops = new ArrayList<>();
        try (Debuggee debuggee = launched(comments)) {
            for (Optional<Stop> stop = debuggee.resumed(); stop.isPresent(); stop = debuggee.resumed()) {
                stops.add(stop.get());
            }
        }
        return stops;
    }

    @Test
    void steppingOverAnAwaitWhoseOperandIsDoneLandsOnTheNextLine() {
        try (Debuggee debuggee = launched("first await")) {
            debuggee.resumed();
            assertThat(debuggee.steppedOver().line()).isEqualTo(line("after first"));
            assertThat(debuggee.steppedOver().line()).isEqualTo(line("second await"));
            assertThat(debuggee.steppedOver().line()).isEqualTo(line("after second"));
        }
    }

    @Test
    void steppingOverAnAwaitThatSuspendsLeadsToTheCallerAndShowsNoOtherLineOnTheWay() {
        try (Debuggee debuggee = launched("first await")) {
            debuggee.resumed();
            debuggee.resumed();
            Stop stop = debuggee.steppedOver();
            while (stop.line() < 0) {
                stop = debuggee.steppedOver();
            }
            assertThat(stop.method()).isEqualTo("Debugged.main");
            assertThat(stop.line()).isEqualTo(line("suspending call"));
        }
    }

    @Test
    void steppingOnAfterAMethodWasResumedFollowsItsLines() {
        try (Debuggee debuggee = launched("after first")) {
            debuggee.resumed();
            debuggee.resumed();
            assertThat(debuggee.steppedOver().line()).isEqualTo(line("second await"));
        }
    }
}
