package org.asyncjava.runtime;

import java.util.ArrayDeque;

/**
 * Keeps the runs of strands from recursing without bound, as {@link Trampoline} does for resumptions: a run that begins within those of other
 * strands, because their executors run things at once, nests up to a depth, and beyond that waits for the outermost one of its thread.
 */
final class LaterRuns {
    private static final int MAX_NESTED = 16;

    private LaterRuns() {
    }

    static boolean isDeep(ThreadState thread) {
        return thread.runs >= MAX_NESTED;
    }

    static void add(ThreadState thread, Runnable run) {
        if (thread.laterRuns == null) {
            thread.laterRuns = new ArrayDeque<>();
        }
        thread.laterRuns.add(run);
    }

    /** Runs what waits: at the end of the outermost run, or because the thread is about to block for what may be among it. */
    static void runAll(ThreadState thread) {
        ArrayDeque<Runnable> later = thread.laterRuns;
        if (later == null) {
            return;
        }
        int runs = thread.runs;
        thread.runs = 1;
        try {
            Runnable next;
            while ((next = later.poll()) != null) {
                next.run();
            }
        } finally {
            thread.runs = runs;
        }
        if (runs == 0) {
            thread.laterRuns = null;
        }
    }
}
