package org.asyncjava.runtime;

import java.util.Collection;
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

    private Continuation<?> scope;
    private EventLoop loop;
    private Task<?> task;
    private int requestsBefore;
    private Request request = Request.NONE;

    /** The scope is the code that a call will run. */
    <T> Coroutine<T> ofScope(Coroutine<T> call) {
        scope = (Continuation<?>) call;
        return call;
    }

    /** The call runs and enters its scope; false where it goes on on no loop, so that the scope has to run elsewhere. */
    boolean enter() {
        loop = EventLoop.goingOn(ThreadState.current());
        if (loop == null) {
            return false;
        }
        task = loop.tasks.current();
        requestsBefore = task == null ? 0 : task.deliveredRequests();
        return true;
    }

    /** The same call again, which has not run, where it can: see {@link ScopeCall}. */
    <T> Coroutine<T> elsewhere(Coroutine<T> call, Collection<?> operands) {
        return ScopeCall.of(ofScope(call), operands);
    }

    /** The loop on which the scope was entered. */
    EventLoop loop() {
        return loop;
    }

    /** What the scope's code waits for, if that is a coroutine; otherwise the call that runs it. */
    Coroutine<?> suspended() {
        return scope.awaited instanceof Coroutine<?> awaited ? awaited : scope;
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
