package org.asyncjava.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

import org.asyncjava.Awaitable;

/**
 * Runs callbacks and tasks on one thread, one after the other, in the order of asyncio's event loop: first in, first out; what a callback
 * adds runs in the next turn.
 *
 * <p>Confined to the thread that runs it, except for {@link #callSoonThreadsafe}, {@link #execute}, {@link #isRunning} and
 * {@link #isClosed}.
 */
public class EventLoop implements Dispatcher, Executor, AutoCloseable {
    private final ReadyQueue ready = new ReadyQueue();
    private final Timers timers = new Timers();
    private final Inbox inbox = new Inbox();
    private final LiveTasks tasks = new LiveTasks();
    private final LoopClock clock;

    private volatile Thread thread;
    private volatile boolean parked;
    private volatile boolean closed;
    private boolean stopping;
    private Task<?> currentTask;
    private BiConsumer<EventLoop, FailureContext> exceptionHandler;

    /** Makes a loop. */
    public EventLoop() {
        this(LoopClock.SYSTEM);
    }

    EventLoop(LoopClock clock) {
        this.clock = clock;
    }

    public Handle callSoon(Runnable callback) {
        Handle handle = new Handle(Objects.requireNonNull(callback, "callback"));
        ready(handle::runUnlessCancelled);
        return handle;
    }

    public void callSoonThreadsafe(Runnable callback) {
        execute(callback);
    }

    public TimerHandle callLater(Duration delay, Runnable callback) {
        return callAt(time() + delay.toNanos(), callback);
    }

    public TimerHandle callAt(long when, Runnable callback) {
        requireOpen();
        TimerHandle handle = new TimerHandle(this, when, Objects.requireNonNull(callback, "callback"));
        timers.add(when, handle);
        return handle;
    }

    public final long time() {
        return clock.now();
    }

    @Override
    public final void execute(Runnable callback) {
        Objects.requireNonNull(callback, "callback");
        requireOpen();
        if (Thread.currentThread() == thread) {
            ready.add(callback);
        } else {
            inbox.add(callback);
            if (parked) {
                LockSupport.unpark(thread);
            }
        }
    }

    public final <T> Task<T> createTask(Awaitable<T> coroutine) {
        return createTask(coroutine, null);
    }

    @SuppressWarnings("unchecked")
    public final <T> Task<T> createTask(Awaitable<T> coroutine, String name) {
        requireOpen();
        Objects.requireNonNull(coroutine, "coroutine");
        Continuation<T> first = coroutine instanceof Continuation<?> call ? (Continuation<T>) call : new Follower<>(coroutine);
        Task<T> task = new Task<>(this, first, name);
        tasks.add(task);
        ready.add(task);
        return task;
    }

    public final boolean isRunning() {
        return thread != null;
    }

    public final boolean isClosed() {
        return closed;
    }

    public final void stop() {
        stopping = true;
    }

    @Override
    public final void close() {
        if (isRunning()) {
            throw new IllegalStateException("Cannot close a running event loop");
        }
        closed = true;
        ready.clear();
        timers.clear();
    }

    public final void runForever() {
        requireOpen();
        ThreadState state = ThreadState.current();
        if (isRunning()) {
            throw new IllegalStateException("This event loop is already running");
        }
        if (state.loop != null) {
            throw new IllegalStateException("Cannot run the event loop while another loop is running");
        }
        Dispatcher outer = state.dispatcher;
        thread = Thread.currentThread();
        state.loop = this;
        state.dispatcher = this;
        try {
            do {
                runOnce();
            } while (!stopping);
        } finally {
            stopping = false;
            thread = null;
            state.loop = null;
            state.dispatcher = outer;
        }
    }

    public final <T> T runUntilComplete(Awaitable<T> main) {
        LoopFuture<T> future = main instanceof LoopFuture<T> given ? given : createTask(main);
        future.addDoneCallback(done -> stop());
        runForever();
        if (!future.isDone()) {
            throw new IllegalStateException("Event loop stopped before Future completed.");
        }
        return future.result();
    }

    private void runOnce() {
        inbox.drainTo(ready);
        if (ready.isEmpty() && !stopping) {
            park();
            inbox.drainTo(ready);
        }
        if (!timers.isEmpty()) {
            timers.drainDue(clock.now(), ready);
        }
        for (int count = ready.size(); count > 0; count--) {
            try {
                ready.remove().run();
            } catch (Throwable failure) {
                callExceptionHandler(new FailureContext("Exception in callback", failure, null));
            }
        }
    }

    private void park() {
        parked = true;
        if (inbox.isEmpty()) {
            if (timers.isEmpty()) {
                LockSupport.park(this);
            } else {
                clock.awaitUntil(timers.firstTime());
            }
        }
        parked = false;
    }

    public final void callExceptionHandler(FailureContext context) {
        if (exceptionHandler != null) {
            exceptionHandler.accept(this, context);
        } else {
            System.getLogger("org.asyncjava").log(System.Logger.Level.ERROR, context.message(), context.exception());
        }
    }

    public final void setExceptionHandler(BiConsumer<EventLoop, FailureContext> handler) {
        exceptionHandler = handler;
    }

    final void ready(Runnable callback) {
        requireOpen();
        ready.add(callback);
    }

    final void timerCancelled() {
        timers.noteCancelled();
    }

    final void timer(long when, Timers.Timer timer) {
        timers.add(when, timer);
    }

    final Task<?> currentTask() {
        return currentTask;
    }

    final Task<?> enter(Task<?> task) {
        Task<?> left = currentTask;
        currentTask = task;
        return left;
    }

    final void forget(Task<?> task) {
        tasks.remove(task);
    }

    final void checkConfined(LoopFuture<?> future, Driver driver) {
        if (driver == future) {
            throw new IllegalStateException("Task cannot await on itself: " + future);
        }
        Thread running = thread;
        if (driver instanceof Task<?> task && task.loop != this || running != null && running != Thread.currentThread()) {
            throw new IllegalStateException(driver + " got Future " + future + " attached to a different loop");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new RejectedExecutionException("Event loop is closed");
        }
    }
}
