package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tasks and methods of a dump that wait for one another in a circle: none of them will ever go on. */
final class Circles {
    private enum Look { BEGUN, OVER }

    private final Snapshot snapshot;
    private final Map<DumpedCall, Look> looks = new IdentityHashMap<>();
    private final List<DumpedCall> path = new ArrayList<>();
    /** How many of those that each on the path waits for have been looked at. */
    private final List<Integer> lookedAt = new ArrayList<>();
    private final List<List<DumpedCall>> circles = new ArrayList<>();

    private Circles(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Each circle once: everyone in it waits for the next one, and the last one for the first. */
    static List<List<DumpedCall>> of(Snapshot snapshot) {
        return among(snapshot.calls(), snapshot);
    }

    /** Those that some lead to. */
    static List<List<DumpedCall>> among(Collection<DumpedCall> some, Snapshot snapshot) {
        Circles found = new Circles(snapshot);
        some.forEach(found::from);
        return found.circles;
    }

    /** Without recursion: chains are as long as the program likes. */
    private void from(DumpedCall start) {
        if (looks.containsKey(start)) {
            return;
        }
        enter(start);
        while (!path.isEmpty()) {
            int last = path.size() - 1;
            DumpedCall call = path.get(last);
            int next = lookedAt.get(last);
            if (next == call.awaited().size()) {
                looks.put(call, Look.OVER);
                path.remove(last);
                lookedAt.remove(last);
                continue;
            }
            lookedAt.set(last, next + 1);
            follow(snapshot.of(call.awaited().get(next)));
        }
    }

    private void follow(DumpedCall awaited) {
        Look look = awaited == null ? Look.OVER : looks.get(awaited);
        if (look == null) {
            enter(awaited);
        } else if (look == Look.BEGUN) {
            int begin = path.size() - 1;
            while (path.get(begin) != awaited) {
                begin--;
            }
            circles.add(List.copyOf(path.subList(begin, path.size())));
        }
    }

    private void enter(DumpedCall call) {
        looks.put(call, Look.BEGUN);
        path.add(call);
        lookedAt.add(0);
    }

    /** All who are in a circle. */
    static Set<DumpedCall> members(List<List<DumpedCall>> circles) {
        Set<DumpedCall> members = Collections.newSetFromMap(new IdentityHashMap<>());
        circles.forEach(members::addAll);
        return members;
    }
}
