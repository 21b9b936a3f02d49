package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

import org.asyncjava.Awaitable;

/** The bridges between our futures, which belong to a loop, and the JDK's. */
final class FutureView {
    private FutureView() {
    }

    /** A JDK future with the outcome of one of ours. Any thread. */
    static <T> CompletableFuture<T> of(LoopFuture<T> source) {
        LoopFutureView<T> view = new LoopFutureView<>(source.loop);
        if (source instanceof StrandFuture || source.loop.isOwnThread() || !isLinkedThere(source, view)) {
            link(source, view);
        }
        return view;
    }

    /** On the loop, since others than it may not touch the source, also while nobody runs it; false if it is closed. */
    private static <T> boolean isLinkedThere(LoopFuture<T> source, LoopFutureView<T> view) {
        try {
            source.loop.send(() -> link(source, view));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** The outcome of a coroutine that is to run on a loop of another thread. */
    static <T> CompletableFuture<T> ofCoroutine(Awaitable<T> coroutine, EventLoop loop) {
        GroupEnd.requireTaking(loop);
        LoopFutureView<T> view = new LoopFutureView<>(loop);
        NeverAwaited.takenOver(coroutine);
        loop.send(() -> {
            try {
                link(WorkElsewhere.answering(ThreadState.current().context, loop.tasks.ensureFuture(coroutine)), view);
            } catch (Throwable refused) {
                view.completeExceptionally(refused);
            }
        });
        return view;
    }

    private static <T> void link(LoopFuture<T> source, LoopFutureView<T> view) {
        ViewLink<T> link = new ViewLink<>(view);
        if (!source.loop.isClosed()) {
            source.addOutsideWaiter(link);
        } else if (source.isDone()) {
            link.accept(source);
        } else {
            link.refuse(Loop.closed());
        }
        view.handle((value, failure) -> { // not whenComplete, which makes an exception of its own that prints the failure
            if (view.isCancelled() && !source.loop.isClosed()) {
                source.loop.execute(source::cancel);
            }
            return null;
        });
    }

    /** One of our futures with the outcome of a stage. */
    static <T> Deferred<T> from(CompletionStage<T> stage, EventLoop loop) {
        Deferred<T> view = new Deferred<>(loop);
        BiFunction<T, Throwable, Object> settling = (value, failure) -> {
            if (failure != null) {
                LogicalTrace.passes(failure, stage, view);
            }
            settle(view, value, failure);
            return null;
        };
        stage.handle(stage instanceof CompletableFuture<?> future && StageWait.isPlain(future) ? settling : once(settling, loop));
        if (stage instanceof Future<?> future && StageWait.isFullFuture(stage)) {
            view.addDoneCallback(done -> {
                if (done.isCancelled()) {
                    future.cancel(true);
                }
            });
        }
        return view;
    }

    /** One of our futures for each different stage. */
    static <T> List<Deferred<? extends T>> ofEach(Iterable<? extends CompletionStage<? extends T>> stages, EventLoop loop) {
        Set<CompletionStage<? extends T>> each = new LinkedHashSet<>();
        stages.forEach(stage -> each.add(Objects.requireNonNull(stage, "operand")));
        List<Deferred<? extends T>> views = new ArrayList<>(each.size());
        each.forEach(stage -> views.add(from(stage, loop)));
        return views;
    }

    /** A stage of the program's own may call back twice. */
    private static <T> BiFunction<T, Throwable, Object> once(BiFunction<T, Throwable, Object> function, EventLoop loop) {
        AtomicBoolean called = new AtomicBoolean();
        return (value, failure) -> {
            if (called.getAndSet(true)) {
                DroppedFailure.reportRepeatedOn(loop, "a stage has called the function of its handle() again");
                return null;
            }
            return function.apply(value, failure);
        };
    }

    private static <T> void settle(Deferred<T> view, T value, Throwable failure) {
        try {
            if (failure == null) {
                view.completeThreadsafe(value);
            } else {
                settleFailure(view, StageOutcome.unwrapped(failure));
            }
        } catch (RejectedExecutionException closed) {
            return; // nobody is left to hear of it
        }
    }

    /** A stage that was cancelled makes its view a cancelled one: nobody takes that for a failure. */
    private static void settleFailure(Deferred<?> view, Throwable failure) {
        if (failure instanceof CancellationException cancellation) {
            view.loop.send(() -> view.cancelAs(cancellation));
        } else {
            view.failThreadsafe(failure);
        }
    }
}
