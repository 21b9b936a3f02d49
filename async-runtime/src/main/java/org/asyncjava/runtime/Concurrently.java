package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;

/**
 * A function that is called for many items, some of them at the same time, each in a task of its own: {@code mapConcurrently} and its like. The
 * first failure cancels what runs, and all that runs is seen to end. Confined to its loop.
 *
 * @param <A> the type of the items
 * @param <R> the type of the function's results
 */
final class Concurrently<A, R> {
    /** What becomes of the results. */
    private enum Results { KEPT, DROPPED }

    private final ItemSource<A> items;
    private final int limit;
    private final AsyncFunction<? super A, R> function;
    private final Results kept;
    private final List<Task<R>> calls = new ArrayList<>();
    private final Children running = new Children() {
        @Override
        void ended(LoopFuture<?> task) {
            judge(task);
        }
    };
    private EventLoop loop;
    private Task<Void> drawing;
    private int calling;
    /** What the drawing of items waits for; null while there is room. */
    private Deferred<Void> room;
    /** The first that has failed. */
    private LoopFuture<?> failed;
    private CancellationException cancellation;

    private Concurrently(ItemSource<A> items, int limit, AsyncFunction<? super A, R> function, Results kept) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + ": at least one call must be allowed");
        }
        this.items = items;
        this.limit = limit;
        this.function = function;
        this.kept = kept;
    }

    static <A, R> Concurrently<A, R> mapping(ItemSource<A> items, int limit, AsyncFunction<? super A, R> function) {
        return new Concurrently<>(items, limit, Objects.requireNonNull(function, "function"), Results.KEPT);
    }

    static <A> Concurrently<A, Void> forEach(ItemSource<A> items, int limit, AsyncConsumer<? super A> action) {
        Objects.requireNonNull(action, "action");
        return new Concurrently<>(items, limit, action::call, Results.DROPPED);
    }

    /** Results go to one who takes them, one at a time; while he is busy the calls that have them go on counting. */
    static <A, R> Concurrently<A, Void> mapping(ItemSource<A> items, int limit, AsyncFunction<? super A, R> function, AsyncConsumer<? super R> each) {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(each, "each");
        AsyncLock oneAtATime = new AsyncLock();
        return new Concurrently<>(items, limit, item -> handOver(function.call(item), each, oneAtATime), Results.DROPPED);
    }

    @Async
    private static <R> Coroutine<Void> handOver(Coroutine<R> call, AsyncConsumer<? super R> each, AsyncLock oneAtATime) {
        R result = await(call);
        await(oneAtATime.acquire());
        try {
            await(each.call(result));
        } finally {
            oneAtATime.release();
        }
        return Coroutine.done();
    }

    /** Begins; false where who awaits it goes on on no loop. */
    boolean start() {
        loop = EventLoop.goingOn(ThreadState.current());
        if (loop == null) {
            return false;
        }
        drawing = loop.createTask(drawAll(this));
        running.add(drawing);
        return true;
    }

    @Async
    private static Coroutine<Void> drawAll(Concurrently<?, ?> work) {
        while (await(work.items.advance())) {
            work.call();
            if (work.calling == work.limit) {
                await(work.untilThereIsRoom());
            }
        }
        return Coroutine.done();
    }

    /** Calls the function for the item that was drawn last, at once: a call that is cancelled before it begins would lose what was taken from a queue. */
    private void call() {
        A item = items.current();
        items.current(null);
        calling++;
        Task<R> call = loop.createTask(InPlace.coroutine(() -> function.call(item)), TaskOptions.DEFAULT.startingAtOnce());
        if (kept == Results.KEPT) {
            calls.add(call);
        }
        running.add(call);
    }

    private Deferred<Void> untilThereIsRoom() {
        room = new Deferred<>(loop);
        return room;
    }

    private void judge(LoopFuture<?> task) {
        Throwable thrown = task.failure();
        if (thrown != null) {
            fail(task, thrown);
        }
        if (task != drawing) {
            calling--;
            if (room != null && !room.isDone()) {
                room.complete(null);
            }
        }
    }

    private void fail(LoopFuture<?> task, Throwable thrown) {
        if (failed == null && cancellation == null) {
            failed = task;
            running.cancelAll();
        } else if (!(thrown instanceof CancellationException)) {
            suppress(thrown);
        }
    }

    /** In what the await will throw. */
    private void suppress(Throwable thrown) {
        Throwable first = cancellation == null ? failed.failure() : cancellation;
        if (thrown != first) {
            first.addSuppressed(thrown);
        }
    }

    /** Tells whether some still run. */
    boolean isOn() {
        return !running.isEmpty();
    }

    Deferred<Void> allEnded() {
        return running.noneLeft(loop);
    }

    /** Who waits is asked to give up: that is what he gets, whatever else has failed. */
    void cancel(CancellationException request) {
        cancellation = request;
        if (failed == null) {
            running.cancelAll();
        } else {
            suppress(failed.failure());
        }
    }

    /** Once all have ended: what has failed first, or else something that has not failed. */
    LoopFuture<?> outcome() {
        if (cancellation != null) {
            throw cancellation;
        }
        return failed == null ? drawing : failed;
    }

    /** The results in the order of the items, if nothing has failed. */
    List<R> results() {
        List<R> results = new ArrayList<>(calls.size());
        calls.forEach(call -> results.add(call.result()));
        return results;
    }
}
