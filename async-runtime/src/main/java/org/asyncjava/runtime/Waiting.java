package org.asyncjava.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Waits for futures without asking for their outcomes and without cancelling any: asyncio's {@code wait}. */
final class Waiting<F extends LoopFuture<?>> implements Consumer<LoopFuture<?>> {
    /** What the waiting is for. */
    enum Until { ALL_DONE, ONE_DONE, ONE_FAILED }

    /** No limit of time. */
    static final long UNLIMITED = -1;

    private final Until until;
    private final Set<F> futures;
    private final long nanos;
    private int pending;
    private Deferred<Void> over;
    private Handle alarm;

    private Waiting(Until until, Set<F> futures, long nanos) {
        this.until = until;
        this.futures = futures;
        this.nanos = nanos;
    }

    static <F extends LoopFuture<?>> Waiting<F> of(Until until, Collection<? extends F> futures, Duration limit) {
        if (Objects.requireNonNull(futures, "futures").isEmpty()) {
            throw new IllegalArgumentException("nothing to wait for: the collection of tasks is empty");
        }
        Set<F> each = new LinkedHashSet<>();
        futures.forEach(future -> each.add(Objects.requireNonNull(future, "future")));
        return new Waiting<>(until, each, limit == null ? UNLIMITED : Nanos.of(limit));
    }

    Set<F> futures() {
        return futures;
    }

    /** What is awaited until then; null while nothing is. */
    Deferred<Void> over() {
        return over;
    }

    /** What to await; null where who awaits it goes on on no loop. */
    Deferred<Void> begin() {
        EventLoop loop = EventLoop.goingOn(ThreadState.current());
        if (loop == null) {
            return null;
        }
        loop.tasks.requireOwn(futures);
        over = new Deferred<>(loop);
        pending = futures.size();
        futures.forEach(future -> hear(future, loop));
        if (nanos != UNLIMITED) {
            alarm = loop.callAt(Nanos.after(loop.time(), nanos), this::finish);
        }
        return over;
    }

    /** What has a strand of its own is heard of on this loop. */
    private void hear(F future, EventLoop loop) {
        if (future.loop == loop) {
            future.addDoneCallback(this);
        } else {
            future.addDoneCallback(done -> loop.execute(() -> accept(done)));
        }
    }

    /** One of them has ended. */
    @Override
    public void accept(LoopFuture<?> future) {
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

    /** Tells whether it waits for so many and nothing else, not for a time either, as far as another thread can see. */
    boolean isOnlyFor(int many) {
        return nanos == UNLIMITED && pending == many;
    }

    private void finish() {
        if (!over.isDone()) {
            over.complete(null);
        }
    }

    /** To be called however the await has ended. */
    void end() {
        if (alarm != null) {
            alarm.cancel();
        }
        futures.forEach(future -> future.removeDoneCallback(this));
    }

    Waited<F> found() {
        Set<F> done = new LinkedHashSet<>();
        Set<F> rest = new LinkedHashSet<>();
        futures.forEach(future -> (future.isDone() ? done : rest).add(future));
        return new Waited<>(Collections.unmodifiableSet(done), Collections.unmodifiableSet(rest));
    }
}
