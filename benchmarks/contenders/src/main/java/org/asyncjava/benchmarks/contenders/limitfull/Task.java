package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.concurrent.CancellationException;

/** A call that runs on a loop beside others, and its outcome; 40 bytes. */
final class Task extends Promise {
    private static final int MUST_CANCEL = 1;
    private static final int RUNNING = 2;
    private static final int STARTED = 4;

    /** The outermost call at first, then the innermost suspended one; null when the task has ended. */
    private Call call;
    private int flags;

    /** What the loop's context is while this task runs; inherited from whoever made it. */
    private Object context;

    Task(Loop loop, Call call) {
        super(loop);
        this.call = call;
        this.context = loop.context();
        call.startFor(this);
        loop.add(this);
    }

    /** The next step; or, when the task has ended, those who have waited for it. */
    @Override
    public void run() {
        if (isDone()) {
            super.run();
            return;
        }
        Object outside = loop.context();
        loop.setContext(context);
        flags |= RUNNING | STARTED;
        step();
        flags &= ~RUNNING;
        context = loop.context();
        loop.setContext(outside);
    }

    private void step() {
        if ((flags & MUST_CANCEL) != 0) {
            flags &= ~MUST_CANCEL;
            call.throwAtAwait(Failure.cancelled());
        }
        Call stopped = call.isEnded() ? call : Call.advance(call);
        if (stopped.isEnded()) {
            end(stopped);
        } else {
            suspend(stopped);
        }
    }

    private void suspend(Call innermost) {
        call = innermost;
        Object operand = innermost.operand();
        if (operand instanceof Promise promise) {
            promise.resumeWhenDone(this);
        } else {
            loop.add(this);
        }
        if ((flags & MUST_CANCEL) != 0 && operand instanceof Promise promise && promise.cancel()) {
            flags &= ~MUST_CANCEL;
        }
    }

    private void end(Call outermost) {
        call = null;
        if (outermost.hasFailed()) {
            fail((Throwable) outermost.outcome());
        } else if ((flags & MUST_CANCEL) != 0) {
            fail(new CancellationException());
        } else {
            complete(outermost.outcome());
        }
    }

    /** Has the await where the call stands throw; of tasks that wait for one another the innermost one is asked, in a loop. */
    @Override
    boolean cancel() {
        if (isDone()) {
            return false;
        }
        Task task = this;
        while (task != null) {
            task = task.requestCancellation();
        }
        return true;
    }

    private Task requestCancellation() {
        Object operand = (flags & (STARTED | RUNNING)) == STARTED ? call.operand() : null;
        if (operand instanceof Task task && !task.isDone()) {
            return task;
        }
        if (!(operand instanceof Promise promise && promise.cancel())) {
            flags |= MUST_CANCEL;
        }
        return null;
    }
}
