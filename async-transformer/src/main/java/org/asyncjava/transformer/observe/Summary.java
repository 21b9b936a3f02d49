package org.asyncjava.transformer.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asyncjava.rules.Printable;

/** The lines above all tasks: circles, loops, numbers. */
final class Summary {
    private Summary() {
    }

    static List<String> deadlocks(ObservedRuntime runtime) {
        return runtime.deadlocks().stream().map(circle -> Printable.of("deadlock: " + ObservedRuntime.text(circle))).toList();
    }

    /** With the stack of a loop's thread where it is in a step. */
    static List<String> loops(ObservedRuntime runtime) {
        Map<Long, Long> calls = runtime.calls().stream().collect(Collectors.groupingBy(ObservedCall::loop, Collectors.counting()));
        List<String> lines = new ArrayList<>();
        for (ObservedLoop loop : runtime.loops()) {
            lines.add(Printable.of(loop + ", " + number(calls.getOrDefault(loop.number(), 0L))));
            loop.step().forEach(frame -> lines.add(Printable.of("    at " + frame)));
        }
        return lines;
    }

    /** A line for each, with the innermost line of the program where it is in a step. */
    static List<String> states(List<ObservedLoop> loops) {
        return loops.stream().map(loop -> Printable.of(loop.step().isEmpty() ? loop.toString() : loop + " at " + ObservedFrame.ofTheProgram(loop.step()).get(0))).toList();
    }

    /** How many there are, and how many of them do what. */
    static String states(ObservedRuntime runtime) {
        Map<String, Long> states = runtime.calls().stream().map(ObservedCall::state)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        String numbers = states.entrySet().stream().map(state -> state.getValue() + " " + state.getKey()).collect(Collectors.joining(", "));
        return number(runtime.calls().size()) + (numbers.isEmpty() ? "" : ": " + numbers);
    }

    private static String number(long calls) {
        return calls + (calls == 1 ? " task or method" : " tasks and methods");
    }
}
