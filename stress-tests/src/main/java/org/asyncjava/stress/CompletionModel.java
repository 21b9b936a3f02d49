package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** What a method awaits is completed or fails while the method is cancelled and somebody subscribes to it. It ends once, and all who wait are told. */
public class CompletionModel {
    private final CompletableFuture<Integer> operand = new CompletableFuture<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final CompletableFuture<Integer> result = Methods.counting(operand, ends);
    private final AtomicInteger awaiting = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    /** Somebody hears of its failure. */
    public CompletionModel() {
        result.exceptionally(failure -> 0);
    }

    /** Completes what it awaits. */
    @Operation(runOnce = true)
    public void complete() {
        operand.complete(7);
    }

    /** What it awaits fails. */
    @Operation(runOnce = true)
    public void fail() {
        operand.completeExceptionally(new IllegalStateException());
    }

    /** Cancels the method. */
    @Operation(runOnce = true)
    public void cancel() {
        result.cancel(false);
    }

    /** Another method awaits it. */
    @Operation
    public void await() {
        awaiting.incrementAndGet();
        Methods.counting(result, told).exceptionally(failure -> 0);
    }

    /** Something else depends on it. */
    @Operation
    public void listen() {
        awaiting.incrementAndGet();
        result.handle((value, failure) -> told.incrementAndGet());
    }

    /** After all of them; the operand completes at last. */
    @Validate
    public void theMethodHasEndedOnce() {
        operand.complete(7);
        Models.require(result.isDone() && ends.get() == 1, "the body has not ended once: " + ends);
        Models.require(told.get() == awaiting.get(), "not all were told once: " + told + " of " + awaiting);
    }
}
