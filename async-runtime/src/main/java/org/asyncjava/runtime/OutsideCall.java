package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * A task of a loop as somebody awaits it who stands outside of that loop: in a task of another one, or in a method that returns a future. Whoever awaits
 * goes on outside of the loop's turn, where he would otherwise.
 *
 * <p>The await ends when the task has, also if it is cancelled: then the task is asked to end, on its loop. Only what the loop has not begun
 * with is given up at once. A request for cancellation is never lost: one that finds the task at its end is thrown at the await.
 */
abstract sealed class OutsideCall<T> extends Coroutine<T> implements OutsideWaiter<T> permits CallOnLoop, ScopeCall {
    static final int UNSTARTED = 0;
    static final int BEGUN = 1;
    static final int SENT = 2;
    static final int OVER = 3;
    static final int CANCELLED = 4;
    /** There is a task. Each number above stands for one request more that it end. */
    static final int RUNNING = 5;

    private static final VarHandle STATE;
    private static final VarHandle DRIVER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(OutsideCall.class, "state", int.class);
            DRIVER = lookup.findVarHandle(OutsideCall.class, "driver", Driver.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final EventLoop callee;
    private volatile int state;

    /** Null before somebody has subscribed and once he was woken. */
    private volatile Driver driver;

    // Of the loop.
    private LoopFuture<T> work;
    private int heard;

    // Set before the outcome is known of: by whoever has ended this.
    private Throwable failure;
    private String message;

    OutsideCall(EventLoop callee) {
        this.callee = callee;
        if (Debug.WATCHES_COROUTINES) {
            NeverAwaited.created(this);
        }
    }

    /** The loop that runs the task. */
    final EventLoop callee() {
        return callee;
    }

    /** The task, as far as another thread can see; null if there is none yet. */
    final LoopFuture<T> workSeen() {
        return work;
    }

    /** Has it awaited, once. */
    final void beginAs(int next) {
        if (!changes(UNSTARTED, next)) {
            throw new IllegalStateException("cannot reuse already awaited coroutine: " + this);
        }
        NeverAwaited.takenOver(this);
    }

    final boolean changes(int from, int to) {
        return STATE.compareAndSet(this, from, to);
    }

    final void driver(Driver waiting) {
        driver = waiting;
    }

    final boolean isOver() {
        int now = state;
        return now == OVER || now == CANCELLED;
    }

    /** Begins with the work. On the loop, which may be closing. */
    final void start(Supplier<? extends LoopFuture<T>> starting) {
        try {
            work = starting.get();
            work.addOutsideWaiter(this);
        } catch (Throwable refused) {
            fail(refused);
        }
    }

    /** The work has ended. */
    @Override
    public final void accept(LoopFuture<T> done) {
        failure = done.failure();
        if (failure != null) {
            LogicalTrace.passes(failure, done, this);
        }
        end();
    }

    @Override
    public final void refuse(RejectedExecutionException closed) {
        fail(closed);
    }

    private void fail(Throwable refused) {
        failure = refused;
        end();
    }

    /** The await goes on: with a failure, or a request that the task has not heard of, or the value. */
    private void end() {
        int now = state;
        while (!changes(now, failure == null && now - RUNNING > heard ? CANCELLED : OVER)) {
            now = state;
        }
        Driver waiting = takeDriver();
        if (waiting != null) {
            noteFailure(waiting);
            wakeOutside(waiting);
        }
    }

    /** From the loop: of a strand the thread is nobody's, once it has left the strand; otherwise it is not that of a method without a dispatcher. */
    private void wakeOutside(Driver waiting) {
        HostTurns strand = callee.strandTurns();
        if (strand != null) {
            strand.afterRun(asWoken(waiting)::wake);
        } else if (waiting instanceof HotResumption resumption && ContextDispatcher.dispatcherOf(resumption.hotCall()) == null) {
            Dispatch.fromOwnThread(waiting);
        } else {
            asWoken(waiting).wake();
        }
    }

    /** Wakes who waits, and then whoever else is to know of the end. */
    Driver asWoken(Driver waiting) {
        return waiting;
    }

    /** Wakes who has subscribed to what was over before. */
    final void wakeLate() {
        Driver waiting = takeDriver();
        if (waiting != null) {
            noteFailure(waiting);
            asWoken(waiting).wake();
        }
    }

    private void noteFailure(Driver waiting) {
        if (failure != null) {
            LogicalTrace.reaches(failure, waiting);
        }
    }

    /** Only one caller gets it. */
    private Driver takeDriver() {
        return (Driver) DRIVER.getAndSet(this, null);
    }

    @Override
    final boolean cancel(String why) {
        return request(why, Integer.MAX_VALUE);
    }

    /** A method is cancelled once, by whoever comes first. */
    @Override
    final void cancelFor(HotCall call) {
        Trampoline.run(() -> request(null, 1));
    }

    /** Asks to give up, unless the task has been asked that often. */
    private boolean request(String why, int most) {
        for (int now = state; now != UNSTARTED && now != OVER && now != CANCELLED && now - RUNNING < most; now = state) {
            message = why;
            if (now < RUNNING && changes(now, CANCELLED)) {
                wakeSubscriber(now);
                return true;
            }
            if (now >= RUNNING && changes(now, now + 1)) {
                ask(why);
                return true;
            }
        }
        return false;
    }

    private void wakeSubscriber(int before) {
        if (before == SENT) {
            asWoken(takeDriver()).wake();
        }
    }

    /** Also on the loop's own thread through its queue, since the task may await another call, and so on. */
    private void ask(String why) {
        try {
            callee.execute(() -> hear(why));
        } catch (RejectedExecutionException closed) {
            return; // the loop's end ends this, too
        }
    }

    /** On the loop. */
    final void hear(String why) {
        if (!isOver() && !work.isDone()) {
            heard++;
            work.cancel(why);
        }
    }

    @Override
    final boolean isCancelled() {
        int now = state;
        return now == CANCELLED || now == OVER && failure instanceof CancellationException;
    }

    @Override
    final boolean hasFailed() {
        int now = state;
        return now == CANCELLED || now == OVER && failure != null;
    }

    /** Of what is over: tells whether it was cancelled; a gathering may also have failed with the cancellation of one of its own. */
    final boolean wasCancelled() {
        return state == CANCELLED || work != null && work.isCancelled();
    }

    @Override
    final boolean isBroughtBy(Loop other) {
        return callee == other && !isOver();
    }

    @Override
    final T take() throws Throwable {
        if (failure != null) {
            throw LogicalTrace.rethrown(failure, this);
        }
        return outcome();
    }

    /** The outcome, for what passes it on. */
    final T outcome() throws Throwable {
        if (state == CANCELLED) {
            throw new CancellationException(message);
        }
        if (failure != null) {
            throw failure;
        }
        return work.outcome();
    }
}
