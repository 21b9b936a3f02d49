package org.asyncjava.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells the exception handler of a loop that has nothing to do of its tasks that wait for one another in a circle, each circle once. Only what nothing but a
 * cancellation can end is told of. Keeps nobody alive. Thread-safe.
 */
final class DeadlockWatch {
    /** Who has been told of. */
    private final WeakList<Object> told = new WeakList<>();

    /** Looks at a loop, on its thread; the loop runs what there is to say. */
    void look(EventLoop loop) {
        Snapshot snapshot = new Snapshot(List.of(loop));
        Standstill standstill = Standstill.of(snapshot);
        List<List<DumpedCall>> circles = standstill.circles().stream().filter(this::isNews).filter(circle -> isCertain(circle, loop)).toList();
        if (!circles.isEmpty()) {
            Set<DumpedCall> members = Circles.members(circles);
            members.forEach(each -> told.add(each.call()));
            List<DumpedCall> stuck = standstill.around(members);
            LoopReport.add(loop, () -> DumpText.of(snapshot, circles, stuck));
        }
    }

    private boolean isNews(List<DumpedCall> circle) {
        Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(told.all());
        return circle.stream().noneMatch(each -> known.contains(each.call()));
    }

    /** What goes on elsewhere may have been seen half changed: who has not moved between two looks stood still at the moment between them. */
    private static boolean isCertain(List<DumpedCall> circle, EventLoop loop) {
        return circle.stream().allMatch(each -> each.loop() == 1)
                || Standstill.of(new Snapshot(List.of(loop))).circles().stream().anyMatch(again -> isSame(circle, again));
    }

    private static boolean isSame(List<DumpedCall> circle, List<DumpedCall> other) {
        return circle.size() == other.size() && IntStream.range(0, circle.size()).allMatch(i -> circle.get(i).call() == other.get(i).call());
    }
}
