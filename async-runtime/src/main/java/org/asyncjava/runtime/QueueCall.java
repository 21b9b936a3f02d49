package org.asyncjava.runtime;

import java.util.function.Supplier;

/** One call of a queue that may have to wait, and looks again when it is woken; who joins is content with having been woken. */
final class QueueCall<R> extends Continuation<R> {
    /** What the call does. */
    enum Kind {
        PUT("put"), TAKE("take"), JOIN("join");

        private final String source;

        Kind(String method) {
            this.source = AsyncQueue.class.getName() + "\0" + method + "\0\0";
        }
    }

    private static final int WAITING = 1;

    private final AsyncQueue<?> queue;
    private final Kind kind;
    private final Supplier<R> action;
    private Waiter waiter;

    QueueCall(AsyncQueue<?> queue, Kind kind, Supplier<R> action) {
        this.queue = queue;
        this.kind = kind;
        this.action = action;
    }

    @Override
    protected void resume() throws Throwable {
        boolean woken = ColdSteps.state(this) == WAITING;
        if (woken) {
            Throwable failure = Waiter.failure(this);
            if (failure != null) {
                queue.giveUp(kind, waiter);
                throw failure;
            }
        }
        if (queue.hasToWait(kind) && !(woken && kind == Kind.JOIN)) {
            waiter = queue.enqueue(kind);
            waiter.suspend(this, WAITING);
        } else {
            complete(woken ? resultAfterWaiting() : action.get());
        }
    }

    /** Where the order of a priority queue throws, what this call was woken for is somebody else's. */
    private R resultAfterWaiting() {
        try {
            return action.get();
        } catch (Throwable failure) {
            queue.giveUp(kind, waiter);
            throw failure;
        }
    }

    @Override
    protected String source() {
        return kind.source;
    }
}
