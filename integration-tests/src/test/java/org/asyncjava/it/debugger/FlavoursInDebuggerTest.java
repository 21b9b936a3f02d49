package org.asyncjava.it.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debugger over JDI: coroutines, lambdas, entry points and loops, each run with completed operands first and then with operands that are pending. */
@DisplayName("HARD_CASES 92: breakpoints, variables, expressions and steps in methods of every kind")
class FlavoursInDebuggerTest {
    @TempDir
    private static Path classes;
    private static DebuggedProgram program;

    @BeforeAll
    static void build() throws IOException {
        program = DebuggedProgram.built("DebuggedFlavours", classes);
    }

    private static List<String> comments(List<Stop> stops) {
        return stops.stream().map(stop -> program.comment(stop.line())).toList();
    }

    @Test
    void breakpointsStopOnceWhetherOrNotTheMethodIsSuspended() {
        List<Stop> stops = program.stops("cold before", "awaits leaf", "in leaf", "cold end", "entry before", "entry after", "lambda before", "lambda await", "lambda after", "in each");

        assertThat(comments(stops)).containsExactly("entry before", "cold before", "awaits leaf", "in leaf", "cold end", "entry after",
                "entry before", "cold before", "awaits leaf", "in leaf", "cold end", "entry after",
                "lambda before", "lambda await", "lambda after", "lambda before", "lambda await", "lambda after", "in each", "in each");
        assertThat(stops).filteredOn(stop -> !stop.method().contains("lambda$")).allSatisfy(stop -> assertThat(stop.self()).isEqualTo("name"));
        assertThat(stops).filteredOn(stop -> stop.line() == program.line("cold end"))
                .allSatisfy(stop -> assertThat(stop.locals()).containsEntry("sum", "71"));
        assertThat(stops).filteredOn(stop -> stop.line() == program.line("entry after"))
                .allSatisfy(stop -> assertThat(stop.locals()).containsEntry("before", "3").containsEntry("sum", "71"));
        assertThat(stops).filteredOn(stop -> stop.line() == program.line("lambda after"))
                .allSatisfy(stop -> assertThat(stop.locals()).containsEntry("sum", "5"));
    }

    @Test
    void aBreakpointWithAConditionThatCallsAMethodStopsOnceInEachExecution() {
        try (Debuggee debuggee = program.launched("cold after")) {
            int stops = 0;
            int wanted = 0;
            for (Optional<Stop> stop = debuggee.resumed(); stop.isPresent(); stop = debuggee.resumed()) {
                stops++;
                wanted += debuggee.evaluated("isWanted", "sum").equals("true") ? 1 : 0;
            }
            assertThat(stops).isEqualTo(6);
            assertThat(wanted).isEqualTo(2);
        }
    }

    @Test
    void variablesThatAreSetBeforeAndAfterAResumptionKeepTheirValues() {
        try (Debuggee debuggee = program.launched("cold await", "cold after", "awaits leaf")) {
            for (boolean suspends : new boolean[] {false, true}) {
                debuggee.resumed();
                debuggee.set("sum", 100);
                assertThat(debuggee.resumed().orElseThrow().locals()).as("suspends " + suspends).containsEntry("sum", "102").containsEntry("i", "0");
                debuggee.set("sum", 200);
                debuggee.set("i", 1);
                assertThat(debuggee.resumed().orElseThrow().locals()).containsEntry("sum", "200").containsEntry("i", "2");
                assertThat(debuggee.resumed().orElseThrow().locals()).containsEntry("sum", "202").containsEntry("i", "2");
                assertThat(debuggee.resumed().orElseThrow().locals()).containsEntry("sum", "202");
            }
        }
    }

    @Test
    @DisplayName("the capture points for IntelliJ IDEA show who awaits what goes on")
    void capturePointsShowWhoAwaits() throws Exception {
        CapturePoints points = CapturePoints.of(Path.of("..", "docs", "intellij-capture-points.xml"));
        List<List<String>> stacks = new ArrayList<>();
        try (Debuggee debuggee = program.launched("after leaf", "after hot leaf", "cold end")) {
            points.stopIn(debuggee);
            while (debuggee.resumed().isPresent()) {
                if (!points.captures(debuggee.stack())) {
                    stacks.add(points.frames(debuggee.stack()).stream().filter(frame -> frame.type().equals("DebuggedFlavours") && frame.line() > 0)
                            .map(frame -> program.comment(frame.line())).toList());
                }
            }
        }
        assertThat(stacks).containsExactly(List.of("after leaf", "awaits leaf", "awaits cold", "calls entry"), List.of("after hot leaf", "awaits hot leaf", "awaits cold", "calls entry"),
                List.of("cold end", "awaits cold", "calls entry"), List.of("after leaf", "awaits leaf", "awaits cold", "calls entry that waits"),
                List.of("after hot leaf", "hot leaf await", "awaits hot leaf", "awaits cold", "calls entry that waits"), List.of("cold end", "awaits cold", "calls entry that waits"));
    }

    @Test
    void steppingOverAnAwaitThatIsNotSuspendedLandsOnTheNextLine() {
        Map<String, List<String>> steps = Map.of("cold await", List.of("cold after"), "awaits leaf", List.of("awaits hot leaf", "cold end"), "lambda await", List.of("lambda after"));
        Set<String> left = new HashSet<>(steps.keySet());
        try (Debuggee debuggee = program.launched(steps.keySet().toArray(String[]::new))) {
            for (Optional<Stop> stop = debuggee.resumed(); stop.isPresent() && !left.isEmpty(); stop = debuggee.resumed()) {
                String from = program.comment(stop.get().line());
                if (left.remove(from)) {
                    steps.get(from).forEach(to -> assertThat(program.comment(debuggee.steppedToALine().line())).as("over %s", from).isEqualTo(to));
                }
            }
        }
        assertThat(left).isEmpty();
    }

    @Test
    void steppingOverAnAwaitOfAnEntryPointLandsOnTheNextLineOrAtItsCaller() {
        try (Debuggee debuggee = program.launched("awaits cold")) {
            debuggee.resumed();
            assertThat(program.comment(debuggee.steppedToALine().line())).isEqualTo("entry after");
            debuggee.resumed();
            assertThat(program.comment(debuggee.steppedToALine().line())).as("suspended").isEqualTo("calls entry that waits");
        }
    }

    @Test
    void steppingIntoACallGoesIntoTheBodyOfWhatIsCalledWhetherItWillBeSuspendedOrNot() {
        Map<String, String> steps = Map.of("calls entry that waits", "entry before", "awaits cold", "cold before", "awaits leaf", "in leaf", "awaits hot leaf", "in hot leaf",
                "awaits lambda", "lambda before", "each element", "in elements", "each number", "in numbers");
        List<String> stepped = new ArrayList<>();
        try (Debuggee debuggee = program.launched(steps.keySet().toArray(String[]::new))) {
            for (Optional<Stop> stop = debuggee.resumed(); stop.isPresent(); stop = debuggee.resumed()) {
                String from = program.comment(stop.get().line());
                if (Collections.frequency(stepped, from) < 2) {
                    stepped.add(from);
                    assertThat(program.comment(debuggee.steppedInto().line())).as("into %s after %s", from, stepped).isEqualTo(steps.get(from));
                }
            }
        }
        assertThat(stepped).hasSize(2 * steps.size() - 1);
    }
}
