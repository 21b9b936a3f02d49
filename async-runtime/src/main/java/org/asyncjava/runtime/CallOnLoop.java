package org.asyncjava.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;

/**
 * Code that a loop runs as a task for somebody who awaits it anywhere: coroutine, operand and what the loop is sent in one object.
 *
 * <p>The await ends when the task has, also if it is cancelled: then the task is asked to end, on its loop. Only code that the loop has not begun
 * with is given up at once. A request for cancellation is never lost: one that finds the task at its end is thrown at the await.
 */
final class CallOnLoop<T> extends Coroutine<T> implements Runnable, OutsideWaiter<T> {
    private static final int UNSTARTED = 0;
    private static final int BEGUN = 1;
    private static final int SENT = 2;
    private static final int OVER = 3;
    private static final int CANCELLED = 4;
    /** There is a task. Each number above stands for one request more that it end. */
    private static final int RUNNING = 5;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(CallOnLoop.class, "state", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final EventLoop loop;
    private final AsyncSupplier<T> code;
    private volatile int state;

    // Set before the loop is sent this: by who awaits.
    private Driver driver;
    private Context context;

    // Of the loop.
    private Task<T> task;
    private int heard;

    // Set before the driver is woken: by whoever has ended this.
    private T value;
    private Throwable failure;
    private String message;

    CallOnLoop(EventLoop loop, AsyncSupplier<T> code) {
        this.loop = loop;
        this.code = code;
        if (Debug.ENABLED) {
            NeverAwaited.created(this);
        }
    }

    @Override
    boolean begin(int depth) {
        if (!changes(UNSTARTED, BEGUN)) {
            throw new IllegalStateException("cannot reuse already awaited coroutine: " + this);
        }
        NeverAwaited.takenOver(this);
        return true;
    }

    private boolean changes(int from, int to) {
        return STATE.compareAndSet(this, from, to);
    }

    @Override
    void subscribe(Driver waiting) {
        loop.requireTaking();
        driver = waiting;
        context = Context.captured(ThreadState.current());
        if (!changes(BEGUN, SENT)) {
            waiting.wake(); // cancelled by another thread in between
            return;
        }
        try {
            loop.execute(this);
        } catch (Throwable refused) {
            if (changes(SENT, OVER)) {
                throw refused;
            }
        }
    }

    /** On the loop, which may be closing. */
    @Override
    public void run() {
        if (!changes(SENT, RUNNING)) {
            return; // cancelled
        }
        try {
            task = loop.createTask(InPlace.coroutine(code), context == null ? TaskOptions.DEFAULT : TaskOptions.DEFAULT.in(context));
            task.addOutsideWaiter(this);
        } catch (Throwable refused) {
            fail(refused);
        }
    }

    /** The task has ended. */
    @Override
    public void accept(LoopFuture<T> done) {
        failure = done.failure();
        if (failure == null) {
            value = done.result();
        } else {
            LogicalTrace.passes(failure, done, this);
        }
        end();
    }

    @Override
    public void refuse(RejectedExecutionException closed) {
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
        if (failure != null) {
            LogicalTrace.reaches(failure, waiting);
        }
        if (waiting instanceof HotResumption resumption && ContextDispatcher.dispatcherOf(resumption.hotCall()) == null) {
            Dispatch.fromOwnThread(waiting);
        } else {
            waiting.wake();
        }
    }

    private Driver takeDriver() {
        Driver waiting = driver;
        driver = null;
        return waiting;
    }

    @Override
    boolean cancel(String why) {
        return request(why, Integer.MAX_VALUE);
    }

    /** A method is cancelled once, by whoever comes first. */
    @Override
    void cancelFor(HotCall call) {
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
            takeDriver().wake();
        }
    }

    /** Also on the loop's own thread through its queue, since the task may await another call, and so on. */
    private void ask(String why) {
        try {
            loop.execute(() -> hear(why));
        } catch (RejectedExecutionException closed) {
            return; // the loop's end ends this, too
        }
    }

    private void hear(String why) {
        if (!task.isDone()) {
            heard++;
            task.cancel(why);
        }
    }

    @Override
    boolean isCancelled() {
        int now = state;
        return now == CANCELLED || now == OVER && failure instanceof CancellationException;
    }

    @Override
    boolean hasFailed() {
        int now = state;
        return now == CANCELLED || now == OVER && failure != null;
    }

    @Override
    boolean isBroughtBy(Loop other) {
        int now = state;
        return loop == other && now != OVER && now != CANCELLED;
    }

    @Override
    T take() throws Throwable {
        if (state == CANCELLED) {
            throw new CancellationException(message);
        }
        if (failure != null) {
            throw LogicalTrace.rethrown(failure, this);
        }
        return value;
    }

    @Override
    public String toString() {
        return "<EventLoop.call()>";
    }
}
