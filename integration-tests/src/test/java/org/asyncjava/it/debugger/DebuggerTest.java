package org.asyncjava.it.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A debugger over JDI: the program runs its method with completed operands first, and then with operands that are pending. */
@DisplayName("HARD_CASES 92: breakpoints, variables and steps around awaits")
class DebuggerTest {
    @TempDir
    private Path classes;
    private DebuggedProgram program;

    @BeforeEach
    void build() throws IOException {
        program = DebuggedProgram.built("Debugged", classes);
    }

    private int line(String comment) {
        return program.line(comment);
    }

    @Test
    void aBreakpointAfterAnAwaitStopsOnceAndShowsTheVariables() {
        List<Stop> stops = program.stops("after first", "after second");
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
        assertThat(program.stops("before", "first await", "second await")).extracting(Stop::line).containsExactly(
                line("before"), line("first await"), line("second await"), line("before"), line("first await"), line("second await"));
    }

    @Test
    void steppingOverAnAwaitWhoseOperandIsDoneLandsOnTheNextLine() {
        try (Debuggee debuggee = program.launched("first await")) {
            debuggee.resumed();
            assertThat(debuggee.steppedOver().line()).isEqualTo(line("after first"));
            assertThat(debuggee.steppedOver().line()).isEqualTo(line("second await"));
            assertThat(debuggee.steppedOver().line()).isEqualTo(line("after second"));
        }
    }

    @Test
    void steppingOverAnAwaitThatSuspendsLeadsToTheCallerAndShowsNoOtherLineOnTheWay() {
        try (Debuggee debuggee = program.launched("first await")) {
            debuggee.resumed();
            debuggee.resumed();
            Stop stop = debuggee.steppedToALine();
            assertThat(stop.method()).isEqualTo("Debugged.main");
            assertThat(stop.line()).isEqualTo(line("suspending call"));
        }
    }

    @Test
    void steppingOnAfterAMethodWasResumedFollowsItsLines() {
        try (Debuggee debuggee = program.launched("after first")) {
            debuggee.resumed();
            debuggee.resumed();
            assertThat(debuggee.steppedOver().line()).isEqualTo(line("second await"));
        }
    }
}
