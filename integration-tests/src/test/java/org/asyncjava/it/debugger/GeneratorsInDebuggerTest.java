package org.asyncjava.it.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debugger over JDI: the program runs its loops with completed operands first, and then with operands that are pending. */
@DisplayName("HARD_CASES 92: breakpoints, variables and steps in generators and loops over each")
class GeneratorsInDebuggerTest {
    @TempDir
    private Path classes;
    private DebuggedProgram program;

    @BeforeEach
    void build() throws IOException {
        program = DebuggedProgram.built("DebuggedGenerators", classes);
    }

    private int line(String comment) {
        return program.line(comment);
    }

    @Test
    void aBreakpointAfterAnEmitStopsOnceForEachIterationAndShowsTheVariables() {
        List<Stop> stops = program.stops("async after first", "async after second");
        assertThat(stops).extracting(Stop::line).containsExactly(line("async after first"), line("async after second"), line("async after first"),
                line("async after first"), line("async after first"), line("async after second"));
        assertThat(stops).allSatisfy(stop -> {
            assertThat(stop.method()).isEqualTo("DebuggedGenerators.prices");
            assertThat(stop.self()).isEqualTo("name");
        });
        assertThat(stops).filteredOn(stop -> stop.line() == line("async after first"))
                .allSatisfy(stop -> assertThat(stop.locals()).containsEntry("sum", "1").containsEntry("label", "name!").containsKey("operand"));
        assertThat(stops).filteredOn(stop -> stop.line() == line("async after second"))
                .allSatisfy(stop -> assertThat(stop.locals()).containsEntry("sum", "3").containsKey("labels"));
    }

    @Test
    void aBreakpointAfterAnEmitOfAPlainGeneratorStopsOnceAndShowsTheVariables() {
        List<Stop> stops = program.stops("after first", "after second");
        assertThat(stops).extracting(Stop::line).containsExactly(line("after first"), line("after second"));
        assertThat(stops).allSatisfy(stop -> {
            assertThat(stop.method()).isEqualTo("DebuggedGenerators.numbers");
            assertThat(stop.self()).isEqualTo("name");
        });
        assertThat(stops.get(0).locals()).containsEntry("sum", "1").containsEntry("label", "name!");
        assertThat(stops.get(1).locals()).containsEntry("sum", "3").containsKey("labels");
    }

    @Test
    void aBreakpointAtAnEmitStopsOnceAndNotAgainWhenTheGeneratorIsAskedForTheNextElement() {
        assertThat(program.stops("before", "first emit", "second emit")).extracting(Stop::line).containsExactly(line("before"), line("first emit"),
                line("second emit"));
    }

    @Test
    void theBodyOfALoopOverEachShowsItsElementAndTheVariablesAroundIt() {
        List<Stop> stops = program.stops("in each");
        assertThat(stops).extracting(stop -> stop.locals().get("price")).containsExactly("1", "3", "1", "3");
        assertThat(stops).extracting(stop -> stop.locals().get("total")).containsExactly("0", "1", "0", "1");
        assertThat(stops).allSatisfy(stop -> {
            assertThat(stop.method()).isEqualTo("DebuggedGenerators.total");
            assertThat(stop.self()).isEqualTo("name");
        });
    }

    @Test
    void aBreakpointAtTheHeadOfALoopOverEachStopsOnceAndNotAgainWhenItIsResumed() {
        assertThat(program.stops("each", "in each", "after each")).extracting(Stop::line).containsExactly(
                line("each"), line("in each"), line("in each"), line("after each"), line("each"), line("in each"), line("in each"), line("after each"));
    }

    @Test
    void steppingOverAnEmitLeadsToTheLoopThatHasAskedForTheElement() {
        assertThat(stepsFrom("async first emit", 3)).containsExactly("each", "in each", "in each ends");
        assertThat(stepsFrom("first emit", 3)).containsExactly("loop", "in loop", "in loop ends");
    }

    @Test
    void steppingOnAfterAnEmitFollowsTheLinesOfTheGenerator() {
        assertThat(stepsFrom("async after first", 2)).containsExactly("async after await", "async second emit");
        assertThat(stepsFrom("after first", 2)).containsExactly("labels", "second emit");
    }

    @Test
    void steppingThroughALoopOverElementsThatAreThereStaysInIt() {
        assertThat(stepsFrom("in each", 7)).containsExactly("in each ends", "each", "in each", "in each ends", "each", "after each", "calls with done operands");
    }

    @Test
    void steppingOverTheHeadOfALoopThatWaitsForItsElementLeadsToTheCallerAndShowsNoOtherLineOnTheWay() {
        try (Debuggee debuggee = program.launched("suspending call", "in each")) {
            Stop stop = debuggee.resumed().orElseThrow();
            while (stop.line() != line("suspending call")) {
                stop = debuggee.resumed().orElseThrow();
            }
            debuggee.resumed();
            assertThat(steps(debuggee, 3)).containsExactly("in each ends", "each", "suspending call");
        }
    }

    @Test
    void steppingOverABreakOutOfALoopOverEachClosesItsSourceAndLandsBehindTheLoop() {
        assertThat(stepsFrom("leaves each", 1)).containsExactly("after break");
    }

    /** Steps from the first stop at a line. */
    private List<String> stepsFrom(String comment, int count) {
        try (Debuggee debuggee = program.launched(comment)) {
            debuggee.resumed();
            return steps(debuggee, count);
        }
    }

    private List<String> steps(Debuggee debuggee, int count) {
        return Stream.generate(() -> program.comment(debuggee.steppedToALine().line())).limit(count).toList();
    }
}
