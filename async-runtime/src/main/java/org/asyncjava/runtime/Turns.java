package org.asyncjava.runtime;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How long a loop runs: until it is stopped, something has ended or a condition holds. Confined to the loop.
 */
final class Turns {
    private final EventLoop loop;
    private final Scheduler scheduler;

    /** In the queue of what is ready: the end of {@link #untilEnd}, one turn after what that waits for has ended. */
    final Runnable end = this::end;

    /** What a run waits for; null while none does. */
    private LoopFuture<?> main;
    private boolean stopping;

    Turns(EventLoop loop, Scheduler scheduler) {
        this.loop = loop;
        this.scheduler = scheduler;
    }

    void stop() {
        stopping = true;
    }

    /** A mark that an earlier run has left in the queue means nothing to this one. */
    private void end() {
        if (main != null && main.isDone()) {
            stop();
        }
    }

    /** Has a run of the loop end with a future, and leaves nothing of that behind. */
    void untilEnd(LoopFuture<?> future, Runnable run) {
        main = future;
        future.stopLoopWhenDone();
        scheduler.cancelOnInterrupt(future);
        try {
            run.run();
        } finally {
            scheduler.cancelOnInterrupt(null);
            future.stopLoopNoMore();
            main = null;
        }
    }

    /** Runs until a condition holds after a turn, or the loop is stopped. */
    void runUntil(BooleanSupplier done) {
        loop.requireRunnable();
        onThisThread(thread -> run(thread, done));
    }

    /** Runs what can run now, and what that adds, without waiting for anything. On a thread that runs no loop. */
    void runUntilIdle() {
        if (!scheduler.isIdle()) {
            runUntil(scheduler::isIdle);
        }
    }

    /** Runs what is ready now, in one turn. */
    void runReady() {
        if (!scheduler.isIdle()) {
            runUntil(() -> true);
        }
    }

    /** Runs something as the loop, on this thread, which gets back the interrupts that came meanwhile. */
    void onThisThread(Consumer<ThreadState> part) {
        try {
            loop.onThisThread(part);
        } finally {
            scheduler.restoreInterrupt();
        }
    }

    /** Turn after turn on the thread that runs the loop. */
    private void run(ThreadState thread, BooleanSupplier done) {
        try {
            do {
                if (stopping) {
                    scheduler.turn(thread);
                } else {
                    scheduler.awaitTurn(thread);
                }
            } while (!stopping && !done.getAsBoolean());
        } finally {
            stopping = false;
        }
    }
}
