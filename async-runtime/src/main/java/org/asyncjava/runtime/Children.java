package org.asyncjava.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a call has started and must see end before it ends itself, oldest first. Confined to the loop. */
final class Children {
    private final EventLoop loop;
    private final Consumer<LoopFuture<?>> whenOneEnds;
    private final Set<LoopFuture<?>> living = new LinkedHashSet<>();
    private Deferred<Void> noneLeft;

    /**
     * Makes an empty set.
     *
     * @param loop the children's loop
     * @param whenOneEnds told about each child, in its turn among the child's waiters
     */
    Children(EventLoop loop, Consumer<LoopFuture<?>> whenOneEnds) {
        this.loop = loop;
        this.whenOneEnds = whenOneEnds;
    }

    void add(LoopFuture<?> child) {
        if (living.add(child)) {
            child.addDoneCallback(this::ended);
        }
    }

    private void ended(LoopFuture<?> child) {
        living.remove(child);
        if (living.isEmpty() && noneLeft != null && !noneLeft.isDone()) {
            noneLeft.complete(null);
        }
        whenOneEnds.accept(child);
    }

    boolean isEmpty() {
        return living.isEmpty();
    }

    void cancelAll() {
        CancelWalk.cancelAll(List.copyOf(living));
    }

    /** What to await until all have ended, once: a cancellation of the waiting call ends it. */
    Deferred<Void> noneLeft() {
        noneLeft = new Deferred<>(loop);
        return noneLeft;
    }
}
