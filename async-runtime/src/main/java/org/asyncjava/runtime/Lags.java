package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How far behind loops are: something is sent to each, and how long it takes until its turn comes is the loop's lag. Who asks waits for a moment; a loop that
 * has not answered by then is sent nothing more until it does, and its lag grows from question to question. Thread-safe.
 */
final class Lags {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(50);

    /** What has not come back when its loop was asked last. */
    private final Map<EventLoop, LagProbe> late = new WeakHashMap<>();

    /** Of some loops, in nanoseconds. */
    synchronized List<Long> of(List<EventLoop> loops) {
        List<LagProbe> probes = new ArrayList<>(loops.size());
        for (EventLoop loop : loops) {
            probes.add(isAnswering(loop) ? probeOf(loop) : null);
        }
        long until = System.nanoTime() + PATIENCE;
        List<Long> lags = new ArrayList<>(loops.size());
        for (int i = 0; i < probes.size(); i++) {
            LagProbe probe = probes.get(i);
            if (probe == null || probe.returnsBefore(until)) {
                late.remove(loops.get(i));
            }
            lags.add(probe == null ? 0 : probe.nanos());
        }
        return lags;
    }

    /** Sends nothing to a loop that has one already. */
    private LagProbe probeOf(EventLoop loop) {
        LagProbe probe = late.get(loop);
        if (probe == null) {
            probe = LagProbe.sentTo(loop);
            late.put(loop, probe);
        }
        return probe;
    }

    /** One that nobody runs does not answer, nor does one that is in the step that asks; and a strand is given its turns by those who send. */
    private static boolean isAnswering(EventLoop loop) {
        return loop.isOpen() && loop.strandTurns() == null && !loop.isOwnThread() && (loop.turns == null || loop.isOnThread());
    }
}
