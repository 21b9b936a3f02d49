package org.asyncjava.runtime;

import java.util.function.BooleanSupplier;

/**
 * How long a loop runs: until it is stopped, something has ended or a condition holds. Confined to the loop.
 */
final class Turns {
    private final Scheduler scheduler;

    /** In the queue of what is ready: the end of {@link #untilEnd}, one turn after what that waits for has ended. */
    final Runnable end = this::end;

    /** What a run waits for; null while none does. */
    private LoopFuture<?> main;
    private boolean stopping;

    Turns(Scheduler scheduler) {
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

    /** Turn after turn on the thread that runs the loop. */
    void run(ThreadState thread, BooleanSupplier done) {
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
