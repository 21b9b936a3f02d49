package org.asyncjava.runtime;

import java.util.concurrent.CancellationException;

/**
 * What runs the body of a scope (a timeout, a task group) and can be asked to break it off: a task, whose requests for cancellation are
 * counted, or a method that returns a future, in which only the scope's own waiting is broken off.
 *
 * <p>Confined to the loop.
 */
final class ScopeOwner {
    /** How far a request of this scope has come. */
    private enum Request { NONE, LATER, MADE }

    final EventLoop loop;
    private final Continuation<?> scope;
    private final Task<?> task;
    private final int requestsBefore;
    private Request request = Request.NONE;

    private ScopeOwner(EventLoop loop, Continuation<?> scope) {
        this.loop = loop;
        this.scope = scope;
        this.task = loop.tasks.current();
        this.requestsBefore = task == null ? 0 : task.deliveredRequests();
    }

    /**
     * The owner of a scope that is being entered.
     *
     * @param scope the call that runs the scope's body
     * @param what the scope's name, for the message
     * @throws IllegalStateException when no loop runs on this thread
     */
    static ScopeOwner entering(Continuation<?> scope, String what) {
        return new ScopeOwner(EventLoop.require(what), scope);
    }

    /** Breaks the body off: its await throws a {@link CancellationException}. */
    void cancel() {
        Object driver = driver();
        if (driver != null && driver == task) {
            request = Request.MADE;
            task.cancel();
            return;
        }
        Continuation<?> innermost = Chain.innermost(scope);
        if (driver == null || innermost.isRunning()) {
            request = Request.LATER;
            loop.ready(this::cancelLater);
            return;
        }
        request = Request.MADE;
        if (!Operands.cancel(innermost.awaited, null)) {
            innermost.awaited = Coroutine.failed(new CancellationException());
        }
    }

    /** A scope that runs for the first time does not know its driver before it has been suspended. */
    private void cancelLater() {
        if (request == Request.LATER && !scope.isEnded()) {
            cancel();
        }
    }

    private Object driver() {
        Object driver = scope.caller;
        while (driver instanceof Continuation<?> caller) {
            driver = caller.caller;
        }
        return driver;
    }

    /** Takes back what {@link #cancel} has asked for. */
    void takeBack() {
        boolean counted = request == Request.MADE && driver() == task;
        request = Request.NONE;
        if (counted) {
            task.uncancel();
        }
    }

    /** Tells whether somebody else has asked the owner for cancellation since the scope was entered, or before without its having been told. */
    boolean isCancelledByOthers() {
        return driver() == task ? task != null && task.cancelling() > requestsBefore : driver() instanceof HotCall call && call.isDone();
    }

    /**
     * Has a request that somebody else has made seen again at the next await, since the scope ends with something else. A scope that was never
     * suspended knows no driver: it is part of the task that runs.
     */
    void renewRequest() {
        Object driver = driver();
        if (task != null && (driver == null || driver == task) && task.cancelling() > 0) {
            task.uncancel();
            task.cancel();
        }
    }
}
