package org.asyncjava.runtime;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import org.asyncjava.Awaiter;

/**
 * An event loop as the calls see it that run on it and wait in it: whether this is its thread, what is suspended on it, and what it does for
 * them. What it runs in which order, and what programs ask of it, is in {@link EventLoop}, the one kind of loop that there is.
 *
 * <p>Confined to the thread that runs it, but for what is said to be for any thread.
 */
abstract class Loop implements Dispatcher {
    /** While it is closing a loop still runs what it has taken, and takes nothing new but what wakes somebody. */
    private enum Life { OPEN, CLOSING, CLOSED }

    /** Stands in {@link #entered} for "none". */
    private static final Object NO_TASK = new Object();

    /** The methods that return a future and are suspended on this loop. */
    final LoopCalls hotCalls = new LoopCalls();

    /** What a test on this loop has made and not awaited; null where that is not watched. */
    Unawaited unawaited;

    /** The current task where it is not what the loop runs: null for "what it runs", {@link #NO_TASK}, or a task. */
    Object entered;

    private volatile Thread thread;
    private ThreadState threadState;
    private volatile Life life = Life.OPEN;

    /** The loop of which a turn runs on a thread, or null. */
    static Loop running(ThreadState thread) {
        return (Loop) thread.loop;
    }

    /** The loop that runs on the current thread, or whose host that thread belongs to; null if there is none. */
    static Loop on(ThreadState thread) {
        return (Loop) (thread.loop == null ? HostedLoops.current() : thread.loop);
    }

    /**
     * The loop that runs on this thread.
     *
     * @param what what needs it, for the message
     * @throws IllegalStateException when there is none
     */
    static Loop require(String what) {
        return require(what, "");
    }

    /**
     * The loop that runs on this thread.
     *
     * @param what what needs it, for the message
     * @param mend what to do otherwise
     * @throws IllegalStateException when there is none
     */
    static Loop require(String what, String mend) {
        Loop loop = on(ThreadState.current());
        if (loop == null) {
            throw new IllegalStateException("no running event loop: " + what
                    + " works only inside Coroutines.run(...) or another running EventLoop, on the loop's thread" + mend);
        }
        return loop;
    }

    /** What is thrown at who wants something of a loop that has been closed. */
    static RejectedExecutionException closed() {
        return new RejectedExecutionException("Event loop is closed");
    }

    /** Wakes somebody in the next turn. On the loop's thread, or while it does not run. */
    abstract void ready(Runnable callback);

    /** The time, in nanoseconds. Any thread. */
    abstract long time();

    /** Has a timer run at a time. */
    abstract void addTimer(long when, Timers.Timer timer);

    /** A timer will have nothing to do when its time comes. Any thread. */
    abstract void timerCancelled();

    /** Starts a coroutine that code awaits by hand. */
    abstract <T> Awaiter<T> start(Coroutine<T> coroutine);

    /** Tells the exception handler of a failure that nobody can catch. Never throws. */
    abstract void callExceptionHandler(FailureContext context);

    /** Tells whether what runs now is part of a task. */
    abstract boolean isInTask();

    /** Tells whether what another thread does while this loop runs is refused. */
    abstract boolean isStrict();

    /** Tells whether it is noted where things were made. */
    abstract boolean isDebug();

    /** What runs now is no part of a task, even if it runs within a task's step; who says so stores {@link #entered} again afterwards. */
    final void enterNoTask() {
        if (isInTask()) {
            entered = NO_TASK;
        }
    }

    /** Runs something as this loop, on the calling thread. */
    final void onThisThread(Consumer<ThreadState> run) {
        ThreadState state = ThreadState.current();
        Trampoline.runQueued(state);
        ThreadState.Outside around = enter(state);
        try {
            run.accept(state);
        } finally {
            leave(state, around);
        }
    }

    /** This loop runs on the calling thread from now on. It may do so already, and have been interrupted in the middle of a step. */
    final ThreadState.Outside enter(ThreadState state) {
        ThreadState.Outside around = state.enterLoop(this);
        around.thread = thread;
        around.task = entered;
        entered = null;
        thread = Thread.currentThread();
        threadState = state;
        return around;
    }

    final void leave(ThreadState state, ThreadState.Outside around) {
        if (around.thread == null) {
            thread = null;
            threadState = null;
        }
        entered = around.task;
        state.leaveLoop(around);
    }

    /** The state of the thread that runs this loop. On that thread only. */
    final ThreadState threadState() {
        return threadState;
    }

    /** The state of the calling thread. */
    final ThreadState callingThread() {
        return isOwnThread() ? threadState : ThreadState.current();
    }

    /** Tells whether the calling thread runs this loop. Any thread. */
    final boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    /** The thread that runs this loop; null if none does. Any thread. */
    final Thread thread() {
        return thread;
    }

    /** Tells whether any thread runs this loop. Any thread. */
    final boolean isOnThread() {
        return thread != null;
    }

    /** Tells whether a thread other than this one runs the loop, or is the only one that may use it. */
    final boolean runsElsewhere() {
        Thread running = thread;
        return running == null ? !isUsableHere() : running != Thread.currentThread();
    }

    /** Tells whether the calling thread may use the loop while no turn of it runs. Any thread. */
    abstract boolean isUsableHere();

    /** Refuses what another thread does while this loop runs; in debug mode only where nobody else gives the loop its thread. */
    final void requireOwnThread() {
        if (isStrict() && runsElsewhere()) {
            throw new IllegalStateException("Non-thread-safe operation invoked on an event loop other than the current one");
        }
    }

    /** Takes nothing new from now on. */
    final void beginToClose() {
        life = Life.CLOSING;
    }

    /** Runs nothing any more. */
    final void endClosing() {
        life = Life.CLOSED;
    }

    /** Tells whether new work is taken. Any thread. */
    final boolean isOpen() {
        return life == Life.OPEN;
    }

    /** Tells whether not even what wakes somebody is taken. Any thread. */
    final boolean isAtEnd() {
        return life == Life.CLOSED;
    }

    /** Refuses new work once the loop is being closed. */
    final void requireOpen() {
        if (!isOpen()) {
            throw closed();
        }
    }
}
