package org.asyncjava.runtime;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * What becomes of what a loop holds when it is closed, so that nobody outside waits for it: what it has taken is run, and what it would have
 * brought about later is refused or passed on. Confined to the loop.
 *
 * <ul>
 * <li>Commands and wake-ups that are ready, also those that other threads have sent, run. Callbacks that somebody has a handle of are cancelled,
 *     as their handles tell.
 * <li>Whoever waits for a task or deferred that has no outcome is refused, with a {@link RejectedExecutionException}: a method that returns a
 *     future, at its await; a future that another thread may wait for. So are methods of this loop that wait for anything of ours.
 * <li>A sleep of a method that goes on elsewhere is passed on to the timer that times sleeps where no loop runs. In virtual time there is no
 *     time left, and it is refused.
 * <li>A task that has not ended is reported, and refused at its await, so that its {@code finally} blocks run and a permit that it holds, or that
 *     is on its way to it, goes to who is next. What it awaits then it awaits for ever.
 * </ul>
 */
final class LoopEnd {
    /** How much what was cancelled may still do when a host has ended. */
    private static final int STEPS_OF_CLEANING_UP = 1_000_000;

    private final EventLoop loop;
    private final Scheduler scheduler;

    /** What has no outcome yet and is waited for from outside; null while there has been nothing. */
    private Set<LoopFuture<?>> awaitedOutside;

    LoopEnd(EventLoop loop, Scheduler scheduler) {
        this.loop = loop;
        this.scheduler = scheduler;
    }

    /** Somebody outside waits for a future from now on. A strand, which nobody ends, need not know. */
    static void isAwaitedOutside(LoopFuture<?> future) {
        if (future.loop.strandTurns() == null) {
            future.loop.end().addAwaitedOutside(future);
        }
    }

    private void addAwaitedOutside(LoopFuture<?> future) {
        if (awaitedOutside == null) {
            awaitedOutside = new LinkedHashSet<>();
        }
        awaitedOutside.add(future);
    }

    /** A future has an outcome. */
    void settled(LoopFuture<?> future) {
        if (awaitedOutside != null) {
            awaitedOutside.remove(future);
        }
    }

    /** Nobody runs the loop any more: cancels what lives, then what has come of that or was sent until then. On the thread that runs the loop. */
    void cancelEverything(ThreadState thread) {
        List<Task<?>> known = loop.tasks.living();
        cancel(known, thread);
        List<Task<?>> came = loop.tasks.living();
        came.removeAll(new HashSet<>(known));
        cancel(came, thread);
        if (loop.tasks.closeGenerators() != null) {
            scheduler.runSome(thread, STEPS_OF_CLEANING_UP, Long.MAX_VALUE);
        }
    }

    private void cancel(List<Task<?>> left, ThreadState thread) {
        CancelWalk.cancelAll(left);
        loop.hotCalls.cancelAll();
        scheduler.runSome(thread, STEPS_OF_CLEANING_UP, Long.MAX_VALUE);
    }

    /** The loop takes nothing any more. On the thread that closes it, which is the loop's thread meanwhile. */
    void settleEverything(ThreadState thread) {
        scheduler.runRest(thread);
        scheduler.timers().drainAll().forEach(this::endTimer);
        if (awaitedOutside != null) {
            List.copyOf(awaitedOutside).forEach(future -> future.refuseWaiters(Loop.closed()));
            awaitedOutside.clear();
        }
        loop.hotCalls.all().forEach(this::refuse);
        List<Task<?>> pending = loop.tasks.living();
        pending.forEach(task -> loop.callExceptionHandler(new FailureContext("Task was destroyed but it is pending!", null, task)));
        pending.forEach(task -> loop.tasks.refuse(task, Loop.closed()));
        scheduler.runRest(thread);
    }

    /** A timer that is not due. */
    private void endTimer(Timers.Entry entry) {
        if (entry.timer() instanceof Handle handle) {
            handle.cancel();
        } else if (entry.timer() instanceof WaitTimer limit) {
            endLimit(limit, entry.time());
        } else if (entry.timer() instanceof Sleep sleep) {
            if (sleep.isOutside(loop) && scheduler.isOnSystemTime()) {
                sleep.outlive(loop, Nanos.until(entry.time(), loop.time()));
            } else {
                sleep.refuse();
            }
        }
    }

    /** A wait for stages may be somebody's who goes on elsewhere. */
    private void endLimit(WaitTimer limit, long when) {
        if (scheduler.isOnSystemTime()) {
            limit.outlive(Nanos.until(when, loop.time()));
        } else {
            limit.run();
        }
    }

    /** A method of this loop that waits for something of ours; what waits for a foreign operand is refused when that completes. */
    private void refuse(HotCall call) {
        Object leaf = HotDrive.leafOf(HotFields.awaited(call));
        if (leaf instanceof LoopFuture<?> future && future.loop == loop) {
            future.refuseWaiters(Loop.closed());
        } else if (leaf instanceof Waiter waiter && waiter.abandon()) {
            HotDrive.refuse(call, Loop.closed());
        }
    }

    /** Does something that is part of closing; what it throws is reported, and the closing goes on. */
    void call(String what, Runnable part) {
        try {
            part.run();
        } catch (Throwable failure) {
            loop.callExceptionHandler(new FailureContext(what + " has failed", failure, null));
        }
    }
}
