package org.asyncjava.stress;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.asyncjava.runtime.AsyncEvent;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** An event is set and cleared while methods wait for it: as if one thread did it after the other, and nobody waits for one that is set. */
public class EventModel {
    private final AsyncEvent event = new AsyncEvent();
    private final int[] written = new int[1];
    private final Queue<CompletableFuture<Integer>> waiting = new ConcurrentLinkedQueue<>();

    /** Two wait already. */
    public EventModel() {
        await();
        await();
    }

    /** Sets. */
    @Operation
    public void set() {
        event.set();
    }

    /** Clears. */
    @Operation
    public void clear() {
        event.clear();
    }

    /**
     * Looks.
     *
     * @return whether it is set
     */
    @Operation
    public boolean isSet() {
        return event.isSet();
    }

    /** Waits, if it has to. */
    @Operation
    public final void await() {
        waiting.add(Methods.readWhenSet(event, written));
    }

    /** Whoever came first gives up. */
    @Operation
    public void giveUp() {
        waiting.element().cancel(false);
    }

    /** After all of them. */
    @Validate
    public void nobodyWaitsInVain() {
        Models.require(!event.isSet() || waiting.stream().allMatch(CompletableFuture::isDone), "one waits for an event that is set");
        event.set();
        Models.require(waiting.stream().allMatch(CompletableFuture::isDone), "one was not woken");
    }
}
