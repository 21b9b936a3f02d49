package org.asyncjava.runtime;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** One call on another thread whose outcome a loop awaits. Cancelled before it begins, it never does; later it runs to its end. */
final class ExecutorCall<T> extends AtomicReference<ExecutorCall.Life> implements Runnable {
    /** How far it is; an executor may try more than once. */
    enum Life { NEW, BEGUN, NEVER }

    private static final long serialVersionUID = 1L;

    private final transient Callable<? extends T> call;
    private final transient Deferred<T> outcome;

    private ExecutorCall(Callable<? extends T> call, Deferred<T> outcome) {
        super(Life.NEW);
        this.call = call;
        this.outcome = outcome;
    }

    /** As {@code toThread} does: on a thread for such calls, in the context of who asks for it. */
    static <T> Deferred<T> startOnThread(Callable<? extends T> call, EventLoop loop) {
        loop.requireOpen();
        WorkElsewhere work = WorkElsewhere.of(loop, call);
        Context context = WorkElsewhere.context(work, Context.captured(ThreadState.current()));
        return start(context == null ? call : in(context, call), loop.threads().forThreadCalls(), loop, work);
    }

    private static <T> Callable<T> in(Context context, Callable<? extends T> call) {
        return () -> context.call(() -> {
            try {
                return call.call();
            } catch (Throwable failure) {
                throw Sneaky.rethrow(failure);
            }
        });
    }

    static <T> Deferred<T> start(Callable<? extends T> call, Executor executor, EventLoop loop) {
        return start(call, executor, loop, WorkElsewhere.of(loop, call));
    }

    private static <T> Deferred<T> start(Callable<? extends T> call, Executor executor, EventLoop loop, WorkElsewhere elsewhere) {
        Deferred<T> outcome = new Deferred<>(loop);
        ExecutorCall<T> work = new ExecutorCall<>(call, outcome);
        outcome.addDoneCallback(done -> work.compareAndSet(Life.NEW, Life.NEVER));
        TestThreads test = TestThreads.of(loop);
        if (test != null && loop.threads().isOwn(executor)) {
            test.start(executor, work, outcome);
        } else {
            executor.execute(work);
        }
        if (elsewhere != null) {
            elsewhere.beginUntil(outcome);
        }
        return outcome;
    }

    @Override
    public void run() {
        if (!compareAndSet(Life.NEW, Life.BEGUN)) {
            if (get() == Life.BEGUN) {
                DroppedFailure.reportRepeatedOn(outcome.loop, "an executor has run a call of runInExecutor() again");
            }
            return;
        }
        try {
            deliver();
        } catch (RejectedExecutionException closed) {
            return; // nobody is left to hear of it
        }
    }

    private void deliver() {
        T value;
        try {
            value = call.call();
        } catch (Throwable failure) {
            fail(failure);
            return;
        }
        outcome.completeThreadsafe(value);
    }

    private void fail(Throwable failure) {
        try {
            outcome.failThreadsafe(failure);
        } catch (RejectedExecutionException closed) {
            outcome.loop.callExceptionHandler(new FailureContext("A call on another thread has failed after its event loop was closed", failure, null));
        }
    }
}
