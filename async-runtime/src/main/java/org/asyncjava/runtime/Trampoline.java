package org.asyncjava.runtime;

import java.util.ArrayDeque;

/**
 * Keeps resumptions from recursing without bound: one that is caused by another nests on its stack up to {@link #MAX_DEPTH}, and is
 * queued to the outermost one of its thread beyond that.
 *
 * <p>Every resumption is bracketed by {@link #enter} and {@link #leave}. The outermost {@code leave} runs what was queued, at depth one, so
 * that what these cause may nest again.
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
        if (!enter(state)) {
            queue(state, step);
            return;
        }
        try {
            step.run();
        } catch (Throwable failure) {
            DroppedFailure.report(failure, state.dispatcher);
        } finally {
            leave(state);
        }
    }

    /** Takes one level; false if there is none left, and what was to be run must be queued. */
    static boolean enter(ThreadState state) {
        if (state.depth == MAX_DEPTH) {
            return false;
        }
        state.depth++;
        return true;
    }

    /** Leaves something to the outermost resumption. */
    static void queue(ThreadState state, Runnable step) {
        if (state.queue == null) {
            state.queue = new ArrayDeque<>();
        }
        state.queue.add(step);
    }

    /** Gives the level back; the outermost one first runs what was queued. */
    static void leave(ThreadState state) {
        if (state.depth == 1 && state.queue != null) {
            drain(state);
        }
        state.depth--;
    }

    private static void drain(ThreadState state) {
        Runnable step;
        while ((step = state.queue.poll()) != null) {
            run(step);
        }
        state.queue = null;
    }
}
