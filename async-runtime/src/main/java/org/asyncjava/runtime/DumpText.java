package org.asyncjava.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
    private final Collection<DumpedCall> calls;
    private final StringBuilder text;
    private final Set<DumpedCall> printed = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<StackTraceElement, String> frames = new IdentityHashMap<>();

    private DumpText(Snapshot snapshot, Collection<DumpedCall> calls) {
        this.snapshot = snapshot;
        this.calls = calls;
        this.text = new StringBuilder(CHARACTERS * (calls.size() + 1));
    }

    static String of(Snapshot snapshot) {
        DumpText dump = new DumpText(snapshot, snapshot.calls());
        List<List<DumpedCall>> circles = Circles.of(snapshot);
        circles.forEach(dump::circle);
        dump.loops();
        dump.trees(Circles.members(circles));
        if (!Debug.ENABLED) {
            dump.text.append("\nMethods on no loop, strands that no task waits for, who has taken a lock by acquire(), locals, and where and when tasks were made and"
                    + " began to wait are known with -Dasyncjava.debug=true.\n");
        }
        return dump.text.toString();
    }

    /** Of calls that cannot go on, and the circles among them, at the end of which no line ends. */
    static String of(Snapshot snapshot, List<List<DumpedCall>> circles, Collection<DumpedCall> calls) {
        DumpText dump = new DumpText(snapshot, calls);
        circles.forEach(dump::circle);
        dump.trees(Circles.members(circles));
        return dump.text.toString().strip();
    }

    private void circle(List<DumpedCall> circle) {
        text.append("deadlock: ").append(circle.stream().map(DumpedCall::name).collect(Collectors.joining(" -> ")))
                .append(" -> ").append(circle.get(0).name()).append("\n");
        for (DumpedCall each : circle) {
            text.append("  ").append(each.name()).append(" waits for ").append(each.waitsFor());
            if (!each.stack().isEmpty()) {
                text.append(" at ").append(ofTheProgram(each.stack()).get(0).position());
            }
            text.append("\n");
        }
        text.append("\n");
    }

    /** Without the calls of this library, unless there are no others. */
    private static List<DumpedFrame> ofTheProgram(List<DumpedFrame> stack) {
        List<DumpedFrame> others = new ArrayList<>(stack.size());
        for (DumpedFrame frame : stack) {
            if (!frame.position().getClassName().startsWith(PACKAGE)) {
                others.add(frame);
            }
        }
        return others.isEmpty() ? stack : others;
    }

    private void loops() {
        int[] counts = new int[snapshot.loops().size() + 1];
        calls.forEach(each -> counts[each.loop()]++);
        snapshot.loops().forEach(loop -> loop(loop, counts[loop.number()]));
        if (!calls.isEmpty()) {
            text.append("\n");
        }
    }

    private void loop(DumpedLoop loop, int count) {
        text.append(loop.kind()).append(' ').append(loop.number());
        if (!loop.thread().isEmpty()) {
            text.append(" on thread \"").append(loop.thread()).append('"');
        }
        text.append(": ").append(loop.state()).append(", ").append(count).append(count == 1 ? " task or method\n" : " tasks and methods\n");
        loop.step().forEach(frame -> text.append("    at ").append(frame).append("\n"));
    }

    /** From those for whom nobody waits; whoever is in a circle is begun with where he comes first. */
    private void trees(Set<DumpedCall> inCircles) {
        Set<Object> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
        calls.forEach(each -> awaited.addAll(each.awaited()));
        List<DumpedCall> roots = new ArrayList<>(calls.stream().filter(each -> !awaited.contains(each.call())).toList());
        roots.addAll(calls.stream().filter(inCircles::contains).toList());
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
        String waitsFor = call.waitsFor();
        text.append(waitsFor.isEmpty() ? " is " + call.place().state() : " waits for " + waitsFor);
        holders(call);
        past(call.past());
        text.append("\n");
        ofTheProgram(call.stack()).forEach(frame -> frame(frame, indent));
    }

    /** {@code ", for PT1S, created at Demo.main(Demo.java:14), PT2S ago"}, as far as it is known. */
    private void past(DumpedCall.Past past) {
        if (past.waited() >= 0) {
            text.append(", for ").append(inMilliseconds(past.waited()));
        }
        if (!past.created().isEmpty()) {
            text.append(", created at ").append(past.created());
        }
        if (past.age() >= 0) {
            text.append(past.created().isEmpty() ? ", made " : ", ").append(inMilliseconds(past.age())).append(" ago");
        }
    }

    private static Duration inMilliseconds(long nanos) {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private void frame(DumpedFrame frame, String indent) {
        text.append(indent).append("  at ").append(frames.computeIfAbsent(frame.position(), StackTraceElement::toString)).append("\n");
        if (!frame.locals().isEmpty()) {
            text.append(indent).append("      with ");
            text.append(frame.locals().stream().map(local -> local.name() + " = " + local.value()).collect(Collectors.joining(", "))).append("\n");
        }
    }

    /** Where it waits for something that others hold, who they are. */
    private void holders(DumpedCall call) {
        if (call.place().waiting().isHeld()) {
            text.append(call.awaited().stream().map(snapshot::of).filter(each -> each != null).map(DumpedCall::name)
                    .collect(Collectors.joining(", ", ", held by ", "")));
        }
    }
}
