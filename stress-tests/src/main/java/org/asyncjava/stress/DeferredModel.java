package org.asyncjava.stress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Other threads complete a deferred, and await its loop's task, while one runs the loop. The task ends once, and all who wait are told. */
public class DeferredModel {
    private final EventLoop loop = new EventLoop();
    private final Deferred<Integer> deferred = new Deferred<>(loop);
    private final AtomicInteger ends = new AtomicInteger();
    private final Task<Integer> task = loop.createTask(Methods.waitingFor(deferred, ends));
    private final AtomicInteger awaiting = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    /** A failure of the task that nobody asks for is none of its business. */
    public DeferredModel() {
        loop.setExceptionHandler((where, failure) -> { });
    }

    /** The thread of the loop. */
    @Operation(nonParallelGroup = "loop")
    public void turn() {
        Methods.turn(loop);
    }

    /** On the loop's thread, between its turns. */
    @Operation(nonParallelGroup = "loop")
    public void cancel() {
        task.cancel();
    }

    /** Another thread. */
    @Operation
    public void complete() {
        deferred.completeThreadsafe(7);
    }

    /** Another one. */
    @Operation
    public void fail() {
        deferred.failThreadsafe(new IllegalStateException());
    }

    /** Another one awaits the task, on the loop. */
    @Operation
    public void listen() {
        awaiting.incrementAndGet();
        CompletableFuture<Integer> view = task.toFuture();
        view.handle((value, failure) -> told.incrementAndGet());
    }

    /** After all of them. */
    @Validate
    public void theTaskHasEndedOnce() {
        deferred.completeThreadsafe(7);
        for (int turns = 0; turns < 8; turns++) {
            Methods.turn(loop);
        }
        Models.require(task.isDone() && ends.get() <= 1, "the task has not ended once: " + ends);
        Models.require(told.get() == awaiting.get(), "not all were told once: " + told + " of " + awaiting);
        loop.close();
    }
}
