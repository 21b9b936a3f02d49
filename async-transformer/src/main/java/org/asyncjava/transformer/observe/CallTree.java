package org.asyncjava.transformer.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncjava.rules.Printable;

/** Who awaits whom, drawn: below each task stands what it waits for, and each once. */
final class CallTree {
    /** Deeper ones are not moved to the right any more. */
    private static final int DEEPEST = 20;

    private final ObservedRuntime runtime;
    private final TreeLines drawing;
    private final Set<Long> drawn = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private CallTree(ObservedRuntime runtime, TreeLines drawing) {
        this.runtime = runtime;
        this.drawing = drawing;
    }

    static List<String> of(ObservedRuntime runtime, TreeLines drawing) {
        CallTree tree = new CallTree(runtime, drawing);
        tree.draw();
        return tree.lines;
    }

    /**
     * A task or method in the tree.
     *
     * @param indent what stands before its line
     * @param depth how many stand above it
     * @param isLast whether none comes after it below the same one
     */
    private record Place(ObservedCall call, String indent, int depth, boolean isLast) {
    }

    /** Without recursion: chains are as long as the program likes. */
    private void draw() {
        Deque<Place> left = new ArrayDeque<>();
        push(roots(), "", 0, left);
        while (!left.isEmpty()) {
            Place place = left.pop();
            if (drawn.add(place.call.id())) {
                List<ObservedCall> awaited = runtime.awaitedBy(place.call);
                String indent = place.depth < DEEPEST ? place.indent + drawing.below(place.isLast) : place.indent;
                line(place, describe(place.call));
                place.call.stack().forEach(frame -> print(indent + drawing.below(awaited.isEmpty()) + "at " + frame));
                push(awaited, indent, place.depth + 1, left);
            } else {
                line(place, place.call.name() + ", see above");
            }
        }
    }

    private static void push(List<ObservedCall> calls, String indent, int depth, Deque<Place> left) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            left.push(new Place(calls.get(i), indent, depth, i == calls.size() - 1));
        }
    }

    /** Those for whom nobody waits; and of each circle for which nobody else waits, who comes first. */
    private List<ObservedCall> roots() {
        Set<Long> awaited = runtime.calls().stream().flatMap(call -> call.awaits().stream()).collect(Collectors.toSet());
        List<ObservedCall> roots = new ArrayList<>();
        Set<Long> reached = new HashSet<>();
        for (ObservedCall call : runtime.calls()) {
            if (!awaited.contains(call.id())) {
                roots.add(call);
                reach(call, reached);
            }
        }
        for (ObservedCall call : runtime.calls()) {
            if (!reached.contains(call.id())) {
                roots.add(call);
                reach(call, reached);
            }
        }
        return roots;
    }

    private void reach(ObservedCall root, Set<Long> reached) {
        Deque<ObservedCall> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            ObservedCall call = left.pop();
            if (reached.add(call.id())) {
                left.addAll(runtime.awaitedBy(call));
            }
        }
    }

    private static String describe(ObservedCall call) {
        String waited = call.waited() < 0 ? "" : " " + Times.text(call.waited());
        return call.name() + (call.waitsFor().isEmpty() ? " is " + call.state() : " waits" + waited + " for " + call.waitsFor());
    }

    private void line(Place place, String text) {
        print(place.indent + drawing.before(place.isLast) + (place.call.isTask() ? "(T) " : "") + text);
    }

    private void print(String line) {
        lines.add(Printable.of(line));
    }
}
