package org.asyncjava.stress;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.AsyncQueue;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Items go through a queue of one place while those who wait for room or for an item give up: none is lost, none comes twice, nobody waits in vain. */
public class ItemsModel {
    private final AsyncQueue<Integer> queue = new AsyncQueue<>(1);
    private final AtomicInteger taken = new AtomicInteger();
    private final Queue<CompletableFuture<Void>> putting = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> taking = new ConcurrentLinkedQueue<>();

    /** One waits for an item already. */
    public ItemsModel() {
        take();
    }

    /** Puts an item, now or later. */
    @Operation
    public void put() {
        putting.add(Methods.put(queue, 1));
    }

    /** Takes an item, now or later. */
    @Operation
    public final void take() {
        taking.add(Methods.take(queue, taken));
    }

    /** Whoever wanted to put first gives up, unless it has. */
    @Operation
    public void giveUpPutting() {
        giveUp(putting.peek());
    }

    /** Whoever wanted to take first gives up, unless it has. */
    @Operation
    public void giveUpTaking() {
        giveUp(taking.peek());
    }

    private static void giveUp(CompletableFuture<Void> waiting) {
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private static long ended(Queue<CompletableFuture<Void>> all) {
        return all.stream().filter(one -> one.isDone() && !one.isCancelled()).count();
    }

    private static boolean hasWaiting(Queue<CompletableFuture<Void>> all) {
        return all.stream().anyMatch(one -> !one.isDone());
    }

    /** After all of them. */
    @Validate
    public void noItemIsLost() {
        Models.require(taken.get() + queue.size() >= ended(putting), "an item is lost");
        Models.require(taken.get() + queue.size() <= putting.size(), "an item was put twice, or taken twice");
        Models.require(taken.get() >= ended(taking), "one has taken nothing");
        Models.require(queue.isEmpty() || !hasWaiting(taking), "one waits for an item while there is one");
        Models.require(queue.isFull() || !hasWaiting(putting), "one waits for room while there is some");
    }
}
