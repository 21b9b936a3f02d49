package org.asyncjava.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A dump to be read: circles first, then each loop, then who waits for whom as a tree. */
final class DumpText {
    /** Deeper ones are not moved to the right any more. */
    private static final int DEEPEST_INDENT = 8;
    private static final String PACKAGE = DumpText.class.getPackageName() + ".";
    private static final int CHARACTERS = 128;

    private static final List<String> INDENTS = IntStream.rangeClosed(0, DEEPEST_INDENT).mapToObj("    "::repeat).toList();

    private final Snapshot snapshot;
    private final StringBuilder text;
    private final Set<DumpedCall> printed = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<StackTraceElement, String> frames = new IdentityHashMap<>();

    private DumpText(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.text = new StringBuilder(CHARACTERS * (snapshot.calls().size() + 1));
    }

    static String of(Snapshot snapshot) {
        DumpText dump = new DumpText(snapshot);
        List<List<DumpedCall>> circles = Circles.of(snapshot);
        circles.forEach(dump::circle);
        dump.loops();
        dump.trees(Circles.members(circles));
        if (!Debug.ENABLED) {
            dump.text.append("\nMethods on no loop, strands that no task waits for, who has taken a lock by acquire(), and where tasks were made"
                    + " are known with -Dasyncjava.debug=true.\n");
        }
        return dump.text.toString();
    }

    private void circle(List<DumpedCall> circle) {
        text.append("deadlock: ").append(circle.stream().map(DumpedCall::name).collect(Collectors.joining(" -> ")))
                .append(" -> ").append(circle.get(0).name()).append("\n");
        for (DumpedCall each : circle) {
            text.append("  ").append(each.name()).append(" waits for ").append(each.waitsFor());
            if (!each.stack().isEmpty()) {
                text.append(" at ").append(ofTheProgram(each.stack()).get(0));
            }
            text.append("\n");
        }
        text.append("\n");
    }

    /** Without the calls of this library, unless there are no others. */
    private static List<StackTraceElement> ofTheProgram(List<StackTraceElement> stack) {
        List<StackTraceElement> others = new ArrayList<>(stack.size());
        for (StackTraceElement frame : stack) {
            if (!frame.getClassName().startsWith(PACKAGE)) {
                others.add(frame);
            }
        }
        return others.isEmpty() ? stack : others;
    }

    private void loops() {
        int[] calls = new int[snapshot.loops().size() + 1];
        snapshot.calls().forEach(each -> calls[each.loop()]++);
        snapshot.loops().forEach(loop -> loop(loop, calls[loop.number()]));
    }

    private void loop(DumpedLoop loop, int calls) {
        text.append(loop.kind()).append(' ').append(loop.number());
        if (!loop.thread().isEmpty()) {
            text.append(" on thread \"").append(loop.thread()).append('"');
        }
        text.append(": ").append(loop.state()).append(", ").append(calls).append(calls == 1 ? " task or method\n" : " tasks and methods\n");
        loop.step().forEach(frame -> text.append("    at ").append(frame).append("\n"));
    }

    /** From those for whom nobody waits; whoever is in a circle is begun with where he comes first. */
    private void trees(Set<DumpedCall> inCircles) {
        Set<Object> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
        List<DumpedCall> all = snapshot.calls();
        all.forEach(each -> awaited.addAll(each.awaited()));
        List<DumpedCall> roots = new ArrayList<>(all.stream().filter(each -> !awaited.contains(each.call())).toList());
        roots.addAll(all.stream().filter(inCircles::contains).toList());
        if (!all.isEmpty()) {
            text.append("\n");
        }
        roots.forEach(this::tree);
    }

    /** A task or method, and how deep it stands. */
    private record Place(DumpedCall call, int depth) {
    }

    private void tree(DumpedCall root) {
        Deque<Place> left = new ArrayDeque<>();
        if (!printed.contains(root)) {
            left.push(new Place(root, 0));
        }
        while (!left.isEmpty()) {
            Place place = left.pop();
            boolean isFirst = printed.add(place.call);
            line(place, isFirst);
            if (isFirst) {
                List<Object> awaited = place.call.awaited();
                for (int i = awaited.size() - 1; i >= 0; i--) {
                    DumpedCall next = snapshot.of(awaited.get(i));
                    if (next != null) {
                        left.push(new Place(next, place.depth + 1));
                    }
                }
            }
        }
    }

    private void line(Place place, boolean isFirst) {
        DumpedCall call = place.call;
        String indent = INDENTS.get(Math.min(place.depth, DEEPEST_INDENT));
        text.append(indent).append(call.name());
        if (!isFirst) {
            text.append(", see above\n");
            return;
        }
        text.append(call.waitsFor().isEmpty() ? " is " + call.place().state() : " waits for " + call.waitsFor());
        holders(call);
        text.append(call.created()).append("\n");
        ofTheProgram(call.stack()).forEach(frame -> text.append(indent).append("  at ").append(frames.computeIfAbsent(frame, StackTraceElement::toString)).append("\n"));
    }

    /** Where it waits for something that others hold, who they are. */
    private void holders(DumpedCall call) {
        if (call.place().isHeld()) {
            text.append(call.awaited().stream().map(snapshot::of).filter(each -> each != null).map(DumpedCall::name)
                    .collect(Collectors.joining(", ", ", held by ", "")));
        }
    }
}
