package org.asyncjava.runtime;

import java.util.ArrayDeque;

/**
 * Keeps resumptions from recursing without bound: one that is caused by another nests on its stack up to {@link #MAX_DEPTH}, and is
 * queued to the outermost one of its thread beyond that.
 *
 * <p>Whoever runs one notes {@link ThreadState#depth}, adds one to it, and stores what it has noted in a {@code finally} block, without a call
 * before that: near the end of the stack or the heap every call may fail, and a level that is not given back is lost for good. The outermost
 * one then runs what was queued.
 */
final class Trampoline {
    /** How many resumptions may nest: their frames, with those of {@code CompletableFuture} between, take some 100 KB at worst. */
    static final int MAX_DEPTH = 32;

    private Trampoline() {
    }

    /**
     * Runs something nested, or queues it if that would be too deep. Never throws: what the step throws is reported.
     *
     * @param step what to run, on the calling thread, before the outermost resumption of this thread returns
     */
    static void run(Runnable step) {
        ThreadState state = ThreadState.current();
        int depth = state.depth;
        if (depth == MAX_DEPTH) {
            queue(state, step);
            return;
        }
        try {
            state.depth = depth + 1;
            step.run();
        } catch (Throwable failure) {
            DroppedFailure.report(failure, state.dispatcher);
        } finally {
            state.depth = depth;
            if (depth == 0) {
                runQueued(state);
            }
        }
    }

    /** Leaves something to the outermost resumption. */
    static void queue(ThreadState state, Runnable step) {
        if (state.queue == null) {
            state.queue = new ArrayDeque<>();
        }
        state.queue.add(step);
    }

    /**
     * Runs what was queued, at depth one, so that what that causes may nest again: when the outermost resumption has ended, or earlier because
     * the thread is about to block for what may be among it.
     */
    static void runQueued(ThreadState state) {
        ArrayDeque<Runnable> queue = state.queue;
        if (queue == null) {
            return;
        }
        int depth = state.depth;
        try {
            state.depth = 1;
            Runnable step;
            while ((step = queue.poll()) != null) {
                run(step);
            }
        } finally {
            state.depth = depth;
        }
        if (depth == 0) {
            state.queue = null;
        }
    }
}
