package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.asyncjava.Awaitable;

/**
 * The future that {@code gather} returns, as asyncio's {@code _GatheringFuture}: cancelling it cancels the children, and it ends when all
 * of them have.
 *
 * @param <T> the type of the children's results
 * @param <R> the type of the result: a list of results or outcomes, or what is made of one
 */
final class Gather<T, R> extends Deferred<R> {
    /** How the children's ends become the list. */
    private enum Mode { RESULTS, OUTCOMES }

    private final Mode mode;

    /** What becomes of the list. */
    private final Function<List<Object>, ?> combine;

    /** The children; their results or outcomes once all have ended. */
    private final List<Object> children;

    private int awaited;
    private String cancelMessage;
    private boolean cancelRequested;

    private Gather(EventLoop loop, Mode mode, Collection<? extends Awaitable<? extends T>> operands, Function<List<Object>, ?> combine) {
        super(loop);
        this.mode = mode;
        this.combine = combine;
        this.children = new ArrayList<>(operands.size());
        start(operands);
    }

    static <T> Deferred<List<T>> results(EventLoop loop, Collection<? extends Awaitable<? extends T>> operands) {
        return new Gather<>(loop, Mode.RESULTS, operands, Function.identity());
    }

    static <R> Deferred<R> combined(EventLoop loop, Collection<? extends Awaitable<?>> operands, Function<List<Object>, R> combine) {
        return new Gather<Object, R>(loop, Mode.RESULTS, operands, combine);
    }

    static <T> Deferred<List<Outcome<T>>> outcomes(EventLoop loop, Collection<? extends Awaitable<? extends T>> operands) {
        return new Gather<>(loop, Mode.OUTCOMES, operands, Function.identity());
    }

    /** Each operand once, however often it is named; what is done already counts at once, as of CPython 3.12. */
    private void start(Collection<? extends Awaitable<? extends T>> operands) {
        loop.tasks.requireOwn(operands);
        Map<Awaitable<?>, LoopFuture<? extends T>> others = new IdentityHashMap<>(0);
        List<LoopFuture<?>> doneAlready = new ArrayList<>();
        for (Awaitable<? extends T> operand : operands) {
            LoopFuture<? extends T> child = childOf(operand, others);
            children.add(child);
            if (child.isDone()) {
                doneAlready.add(child);
            } else if (!child.isGatheredBy(this)) {
                awaited++;
                child.add(this);
            }
        }
        awaited += doneAlready.size();
        doneAlready.forEach(this::childDone);
        if (children.isEmpty()) {
            settleValue(List.of());
        }
    }

    /**
     * What an operand is or was made. A call knows the task that was made of it, so that a coroutine named twice needs no map.
     *
     * @param others the tasks that were made of neither calls nor futures
     */
    private LoopFuture<? extends T> childOf(Awaitable<? extends T> operand, Map<Awaitable<?>, LoopFuture<? extends T>> others) {
        if (operand instanceof Continuation<? extends T> call) {
            return call.caller instanceof Task<?> task && task.isGatheredBy(this) ? taskOf(call) : loop.tasks.ensureFuture(call);
        }
        if (operand instanceof LoopFuture) {
            return loop.tasks.ensureFuture(operand);
        }
        LoopFuture<? extends T> child = others.get(operand);
        if (child == null) {
            child = loop.tasks.ensureFuture(operand);
            others.put(operand, child);
        }
        return child;
    }

    @SuppressWarnings("unchecked")
    private static <T> Task<T> taskOf(Continuation<T> call) {
        return (Task<T>) call.caller;
    }

    /** Tells whether it is all the same when this hears of a task's end: it has a result, which is looked at when the last of the others has ended. */
    boolean countsDown(Task<?> child) {
        if (awaited == 1 || cancelRequested || child.hasFailed()) {
            return false;
        }
        awaited--;
        return true;
    }

    void childDone(LoopFuture<?> child) {
        awaited--;
        Throwable failure = child.failure();
        if (isDone()) {
            return;
        }
        if (failure != null && mode == Mode.RESULTS) {
            failAs(child, failure);
        } else if (awaited == 0) {
            if (cancelRequested) {
                fail(child.isCancelled() ? failure : new CancellationException(cancelMessage));
            } else {
                collect();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void collect() {
        children.replaceAll(child -> ended((LoopFuture<? extends T>) child));
        Object made;
        try {
            made = combine.apply(children);
        } catch (Throwable failure) {
            settleFailure(failure);
            return;
        }
        settleValue(made);
    }

    private Object ended(LoopFuture<? extends T> child) {
        Throwable failure = child.failure();
        T value = failure == null ? child.result() : null;
        return mode == Mode.RESULTS ? value : new Outcome<>(value, failure);
    }

    @Override
    public boolean cancel(String message) {
        return !isDone() && CancelWalk.through(this, message);
    }

    /** What it waits for; while it is pending. */
    @SuppressWarnings("unchecked")
    List<LoopFuture<?>> children() {
        return (List<LoopFuture<?>>) (List<?>) children;
    }

    /** Tells whether it waits for so many and no others, as far as another thread can see. */
    boolean isOnlyFor(int many) {
        return awaited == many;
    }

    /** A child at least has been asked to give up. */
    void cancelWhenAllHaveEnded(String message) {
        cancelRequested = true;
        cancelMessage = message;
    }
}
