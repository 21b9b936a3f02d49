package org.asyncjava.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Waits for futures without asking for their outcomes and without cancelling any: asyncio's {@code wait}. */
final class WaitCall<F extends LoopFuture<?>> extends Continuation<Waited<F>> {
    /** What the waiting is for. */
    enum Until {
        ALL_DONE("waitAll"),
        ONE_DONE("waitAny"),
        ONE_FAILED("waitFirstException");

        private final String source;

        Until(String method) {
            this.source = Coroutines.class.getName() + "\0" + method + "\0\0";
        }
    }

    /** No limit of time. */
    static final long UNLIMITED = -1;

    private final Until until;
    private final Set<F> futures;
    private final long nanos;
    private final Consumer<LoopFuture<?>> callback = this::ended;
    private int pending;
    private Deferred<Void> over;
    private Handle alarm;

    private WaitCall(Until until, Set<F> futures, long nanos) {
        this.until = until;
        this.futures = futures;
        this.nanos = nanos;
    }

    static <F extends LoopFuture<?>> Coroutine<Waited<F>> of(Until until, Collection<? extends F> futures, Duration limit) {
        if (futures.isEmpty()) {
            throw new IllegalArgumentException("nothing to wait for: the collection of tasks is empty");
        }
        Set<F> each = new LinkedHashSet<>();
        futures.forEach(future -> each.add(Objects.requireNonNull(future, "future")));
        return new WaitCall<>(until, each, limit == null ? UNLIMITED : Nanos.of(limit));
    }

    @Override
    protected void resume() throws Throwable {
        if (ColdSteps.state(this) != 1) {
            begin();
            return;
        }
        end();
        ColdSteps.outcome(ColdSteps.takeOperand(this));
        complete(found());
    }

    private void begin() {
        EventLoop loop = EventLoop.require("waiting for tasks");
        over = new Deferred<>(loop);
        pending = futures.size();
        futures.forEach(future -> future.addDoneCallback(callback));
        if (nanos != UNLIMITED) {
            alarm = loop.callAt(Nanos.after(loop.time(), nanos), this::finish);
        }
        ColdSteps.suspend(this, over, 1);
    }

    private void ended(LoopFuture<?> future) {
        pending--;
        boolean enough = switch (until) {
            case ALL_DONE -> false;
            case ONE_DONE -> true;
            case ONE_FAILED -> !future.isCancelled() && future.failure() != null;
        };
        if (enough || pending == 0) {
            finish();
        }
    }

    private void finish() {
        if (!over.isDone()) {
            over.complete(null);
        }
    }

    private void end() {
        if (alarm != null) {
            alarm.cancel();
        }
        futures.forEach(future -> future.removeDoneCallback(callback));
    }

    private Waited<F> found() {
        Set<F> done = new LinkedHashSet<>();
        Set<F> rest = new LinkedHashSet<>();
        futures.forEach(future -> (future.isDone() ? done : rest).add(future));
        return new Waited<>(Collections.unmodifiableSet(done), Collections.unmodifiableSet(rest));
    }

    @Override
    protected String source() {
        return until.source;
    }
}
