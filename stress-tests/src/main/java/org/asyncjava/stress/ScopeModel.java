package org.asyncjava.stress;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.Coroutines;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Two futures are gathered where no loop runs, and awaited by methods on several threads while they are completed, and one of the methods is cancelled. */
public class ScopeModel {
    private final CompletableFuture<Integer> first = new CompletableFuture<>();
    private final CompletableFuture<Integer> second = new CompletableFuture<>();
    private final Awaitable<List<Integer>> both = Coroutines.gather(first, second);
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Integer> sum = Methods.sum(both, ends);
    private final AtomicInteger methods = new AtomicInteger(1);

    /** Somebody hears of its failure. */
    public ScopeModel() {
        sum.exceptionally(failure -> 0);
    }

    /** Completes the first. */
    @Operation(runOnce = true)
    public void completeFirst() {
        first.complete(1);
    }

    /** Completes the second. */
    @Operation(runOnce = true)
    public void completeSecond() {
        second.complete(2);
    }

    /** The second fails. */
    @Operation(runOnce = true)
    public void fail() {
        second.completeExceptionally(new IllegalStateException());
    }

    /** Cancels the method that came first. */
    @Operation(runOnce = true)
    public void cancel() {
        sum.cancel(false);
    }

    /** Another one awaits them. */
    @Operation(runOnce = true)
    public void await() {
        methods.incrementAndGet();
        Methods.sum(both, ends).exceptionally(failure -> 0);
    }

    /** After all of them; both complete at last. */
    @Validate
    public void eachMethodHasEndedOnce() {
        first.complete(1);
        second.complete(2);
        Models.require(sum.isDone() && ends.get() == methods.get(), "not all methods have ended once: " + ends + " of " + methods);
    }
}
