package org.asyncjava.runtime;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.asyncjava.Awaitable;

/**
 * How long a loop runs: until it is stopped, something has ended or a condition holds. Confined to the loop.
 */
final class Turns {
    private final EventLoop loop;
    private final Scheduler scheduler;

    /** In the queue of what is ready: the end of {@link #untilDone}, one turn after what that waits for has ended. */
    final Runnable end = this::end;

    /** What a run waits for; null while none does. */
    private LoopFuture<?> main;
    /** Null where what is ready runs first in, first out. */
    private Steering steering;
    /** Null where threads run by themselves. */
    private TestThreads threads;
    private boolean stopping;
    private boolean interrupted;

    Turns(EventLoop loop, Scheduler scheduler) {
        this.loop = loop;
        this.scheduler = scheduler;
    }

    /** Has somebody choose what runs next; null for first in, first out. */
    void steer(Steering by) {
        steering = by;
    }

    /** Who chooses what runs next; null for nobody. */
    Steering steering() {
        return steering;
    }

    void stop() {
        stopping = true;
    }

    /** Gives threads their turns on this loop: in tests. */
    void giveTurnsTo(TestThreads someThreads) {
        threads = someThreads;
    }

    /** The threads that have their turns on this loop; null where threads run by themselves. */
    TestThreads threads() {
        return threads;
    }

    /** Tells whether the loop runs until this has ended. */
    boolean isRunFor(LoopFuture<?> future) {
        return main == future;
    }

    /** A mark that an earlier run has left in the queue means nothing to this one. */
    private void end() {
        if (main != null && main.isDone()) {
            stop();
        }
    }

    /** Refuses to run while the loop runs already, or another one on this thread. */
    private void requireRunnable() {
        loop.requireOpen();
        if (loop.isRunning()) {
            throw new IllegalStateException("This event loop is already running");
        }
        requireNoLoopHere("Cannot run the event loop while another loop is running");
    }

    /** Refuses to run a loop on a thread that has one; on the thread of a host with what to do instead. */
    static void requireNoLoopHere(String refusal) {
        EventLoop here = EventLoop.on(ThreadState.current());
        if (here != null) {
            here.pump.requireRunnable();
            throw new IllegalStateException(refusal);
        }
    }

    /** Runs until something has ended, for which a task is made if need be; returns its result. */
    <T> T untilEnd(Awaitable<T> awaited) {
        requireRunnable();
        LoopFuture<T> future = loop.tasks.ensureFuture(awaited);
        untilDone(future);
        if (!future.isDone()) {
            throw new IllegalStateException("Event loop stopped before Future completed.");
        }
        return future.result();
    }

    /** Leaves nothing behind. */
    private void untilDone(LoopFuture<?> future) {
        main = future;
        future.stopLoopWhenDone();
        try {
            runUntil(() -> false);
        } finally {
            future.stopLoopNoMore();
            main = null;
        }
    }

    /** Runs until a condition holds after a turn, or the loop is stopped. */
    void runUntil(BooleanSupplier done) {
        requireRunnable();
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
            restoreInterrupt();
        }
    }

    /** An interrupt of the loop's thread asks what the run waits for to cancel, and is remembered: a parked thread must not spin on one. */
    private void noteInterrupt() {
        if (Thread.interrupted()) {
            interrupted = true;
            if (main != null) {
                main.cancel();
            }
        }
    }

    private void restoreInterrupt() {
        if (interrupted) {
            interrupted = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Turn after turn on the thread that runs the loop. */
    private void run(ThreadState thread, BooleanSupplier done) {
        FlightRecording.look();
        try {
            do {
                if (threads != null) {
                    threads.settle();
                }
                if (stopping) {
                    scheduler.turn(thread, steering);
                } else {
                    noteInterrupt();
                    scheduler.awaitTurn(thread, steering);
                }
            } while (!stopping && !done.getAsBoolean());
        } finally {
            stopping = false;
        }
    }
}
