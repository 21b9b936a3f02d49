package org.asyncjava.runtime;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * Decides what a loop runs next: what is ready, first in first out; then what other threads have sent; then the timers that are due. What
 * is added during a turn runs in the next one, as in asyncio.
 *
 * <p>Confined to the loop's thread but for {@link #addFromAnyThread}.
 */
final class Scheduler {
    private final ReadyQueue ready = new ReadyQueue();
    private final Timers timers = new Timers();
    private final Inbox inbox = new Inbox();
    private final LoopClock clock;
    private final BiConsumer<Runnable, Throwable> uncaught;
    private SlowCallbacks watch;
    private volatile Thread parked;
    /** What other threads do for the loop, which will tell it of the end. */
    private int callsElsewhere;
    private LoopFuture<?> cancelledOnInterrupt;
    private boolean interrupted;
    private boolean running;

    /**
     * Makes an empty one.
     *
     * @param clock the time of the timers
     * @param uncaught told which item has thrown what; must not throw itself
     */
    Scheduler(LoopClock clock, BiConsumer<Runnable, Throwable> uncaught) {
        this.clock = clock;
        this.uncaught = uncaught;
    }

    long now() {
        return clock.now();
    }

    Timers timers() {
        return timers;
    }

    void add(Runnable item) {
        ready.add(item);
    }

    /** False if this scheduler has been closed. */
    boolean addFromAnyThread(Runnable item) {
        if (!inbox.add(item)) {
            return false;
        }
        Thread waiting = parked;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
        return true;
    }

    /** Who runs the items and reports slow ones; null for nobody. */
    void watch(SlowCallbacks slowCallbacks) {
        watch = slowCallbacks;
    }

    /** What an interrupt of the loop's thread cancels beside being remembered; null for nothing. */
    void cancelOnInterrupt(LoopFuture<?> main) {
        cancelledOnInterrupt = main;
    }

    /** Gives the thread back the interrupts that came while the loop ran: a parked thread must not spin on one. */
    void restoreInterrupt() {
        if (interrupted) {
            interrupted = false;
            Thread.currentThread().interrupt();
        }
    }

    private void noteInterrupt() {
        if (Thread.interrupted()) {
            interrupted = true;
            if (cancelledOnInterrupt != null) {
                cancelledOnInterrupt.cancel();
            }
        }
    }

    /** One turn that waits, if nothing is ready, until something is. */
    void awaitTurn(ThreadState thread) {
        noteInterrupt();
        if (ready.isEmpty()) {
            park();
        }
        turn(thread);
    }

    /** One turn: runs exactly what is ready now. */
    void turn(ThreadState thread) {
        inbox.drainTo(ready);
        if (!timers.isEmpty()) {
            timers.drainDue(clock.now(), ready);
        }
        running = true;
        for (int count = ready.size(); count > 0; count--) {
            runFirst(thread);
        }
        running = false;
        ready.shrink();
    }

    private void runFirst(ThreadState thread) {
        if (thread.context != null) {
            thread.context = null; // what has a context brings it along
        }
        try {
            run(ready.first(), thread);
        } catch (Throwable failure) {
            uncaught.accept(ready.first(), failure);
        } finally {
            ready.removeFirst();
        }
    }

    /** The end: runs what is ready and what that adds, but no step of a task, and takes back what has a handle. */
    void runRest(ThreadState thread) {
        running = true;
        while (!ready.isEmpty()) {
            Runnable first = ready.first();
            if (first instanceof Handle handle && !(handle instanceof SentHandle)) {
                handle.cancel();
            }
            if (first instanceof Task<?> task && !task.isDone()) {
                ready.removeFirst();
            } else {
                runFirst(thread);
            }
        }
        running = false;
    }

    /** What a loop mostly runs is not looked up as a Runnable. */
    private void run(Runnable item, ThreadState thread) {
        if (watch != null) {
            watch.run(item);
        } else if (item instanceof Task<?> task) {
            task.run();
        } else if (item instanceof HotContinuation<?> call) {
            Dispatch.run(call, thread);
        } else {
            item.run();
        }
    }

    /** Another thread is at work for the loop until a future of the loop is done. */
    void awaitsElsewhere(LoopFuture<?> outcome) {
        callsElsewhere++;
        outcome.addDoneCallback(done -> callsElsewhere--);
    }

    /** What runs now: the first of the queue until it has returned. Null between the turns. */
    Runnable running() {
        return running ? ready.first() : null;
    }

    /** Tells whether the next turn would run nothing unless time passes or another thread sends something. */
    boolean isIdle() {
        return ready.isEmpty() && inbox.isEmpty() && (timers.isEmpty() || timers.firstTime() > clock.now());
    }

    private void park() {
        parked = Thread.currentThread();
        if (inbox.isEmpty()) {
            if (timers.isEmpty() || timers.firstTime() == Nanos.NEVER || callsElsewhere > 0 && clock.isVirtual()) {
                LockSupport.park(this);
            } else {
                clock.awaitUntil(timers.firstTime());
            }
        }
        parked = null;
    }

    /** Takes nothing from other threads any more. */
    void closeInbox() {
        inbox.closeInto(ready);
    }

    boolean isOnSystemTime() {
        return clock == LoopClock.SYSTEM;
    }
}
