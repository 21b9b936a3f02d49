package org.asyncjava.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tasks and methods of a dump that cannot go on whatever else happens, unless the program cancels one: each waits for others of them and for nothing else,
 * nobody's time is limited, and nobody waits for them who may give up. A deadlock that something may still end, such as a failure of a sibling, is none of these.
 */
final class Standstill {
    private final Snapshot snapshot;
    private final Set<DumpedCall> stuck = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Those who wait for a call, or for what it holds. */
    private final Map<DumpedCall, List<DumpedCall>> waiters = new IdentityHashMap<>();

    private Standstill(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static Standstill of(Snapshot snapshot) {
        Standstill found = new Standstill(snapshot);
        Deque<DumpedCall> free = new ArrayDeque<>();
        for (DumpedCall call : snapshot.calls()) {
            found.enter(call, free);
        }
        while (!free.isEmpty()) {
            found.frees(free.pop(), free);
        }
        return found;
    }

    private void enter(DumpedCall call, Deque<DumpedCall> free) {
        boolean isUpToOthers = call.place().waiting().isUpToThem();
        for (Object each : call.awaited()) {
            DumpedCall awaited = snapshot.of(each);
            if (awaited == null) {
                isUpToOthers = false;
            } else {
                waiters.computeIfAbsent(awaited, none -> new ArrayList<>(1)).add(call);
            }
        }
        if (isUpToOthers) {
            stuck.add(call);
        } else {
            free.push(call);
        }
    }

    /** Whoever waits for a call that may go on may go on, and what it waits for may be cancelled by it. */
    private void frees(DumpedCall call, Deque<DumpedCall> free) {
        waiters.getOrDefault(call, List.of()).forEach(waiter -> release(waiter, free));
        if (!call.place().waiting().isHeld()) {
            call.awaited().forEach(awaited -> release(snapshot.of(awaited), free));
        }
    }

    private void release(DumpedCall call, Deque<DumpedCall> free) {
        if (call != null && stuck.remove(call)) {
            free.push(call);
        }
    }

    /** Circles that they form, no two of which share a member: where something cannot go on there is one. */
    List<List<DumpedCall>> circles() {
        Set<DumpedCall> members = Collections.newSetFromMap(new IdentityHashMap<>());
        List<List<DumpedCall>> apart = new ArrayList<>();
        for (List<DumpedCall> circle : Circles.among(snapshot.calls().stream().filter(stuck::contains).toList(), snapshot)) {
            if (circle.stream().noneMatch(members::contains)) {
                members.addAll(circle);
                apart.add(circle);
            }
        }
        return apart;
    }

    /** Some that cannot go on with all who therefore cannot either, in the order of the dump. */
    List<DumpedCall> around(Collection<DumpedCall> some) {
        Set<DumpedCall> around = new LinkedHashSet<>(some);
        Deque<DumpedCall> left = new ArrayDeque<>(some);
        while (!left.isEmpty()) {
            for (DumpedCall waiter : waiters.getOrDefault(left.pop(), List.of())) {
                if (stuck.contains(waiter) && around.add(waiter)) {
                    left.push(waiter);
                }
            }
        }
        return snapshot.calls().stream().filter(around::contains).toList();
    }
}
