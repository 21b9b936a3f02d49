package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * What comes before a thread blocks for a result of ours: the resumptions that the thread has put off run first, since the result may come
 * from one of them; and on the thread of a loop a wait that only this loop could end is refused.
 */
final class Blocking {
    /** Calls that wait for each other in a circle must not make the search endless. */
    private static final int LONGEST = 1_000_000;

    private Blocking() {
    }

    /**
     * The calling thread is about to block.
     *
     * @param result what it will block for
     * @throws IllegalStateException when that would never end
     */
    static void begin(Future<?> result) {
        if (Debug.ENABLED && result instanceof CompletableFuture<?> future) {
            UnheardFailure.heard(future);
        }
        if (result.isDone()) {
            return;
        }
        ThreadState thread = ThreadState.current();
        Trampoline.runQueued(thread);
        LaterRuns.runAll(thread);
        Loop loop = Loop.on(thread);
        if (loop != null && isBroughtBy(loop, result)) {
            throw new IllegalStateException("blocking for a result on the thread of its own event loop would never end; await it instead");
        }
    }

    /** What depends on a suspended call. */
    static <U> CompletableFuture<U> dependentOf(HotCall call) {
        return ContextDispatcher.dispatcherOf(call) instanceof Loop loop ? new LoopFutureView<>(loop) : new HotDependent<>();
    }

    /** Follows what waits for what, as far as that can be seen from here, to something that the loop has to run. */
    private static boolean isBroughtBy(Loop loop, Future<?> result) {
        Object pending = result;
        for (int i = 0; i < LONGEST; i++) {
            if (pending instanceof Operand operand) {
                return operand.isBroughtBy(loop);
            }
            if (pending instanceof Future<?> future && future.isDone()) {
                return false;
            }
            if (pending instanceof LoopFutureView<?> view) {
                return view.loop == loop;
            }
            HotCall call = HotFields.asCall(pending);
            if (call == null) {
                return false;
            }
            if (ContextDispatcher.dispatcherOf(call) == loop) {
                return true;
            }
            pending = HotDrive.leafOf(HotFields.awaited(call));
        }
        return false;
    }
}
