package org.asyncjava.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a call has started and must see end before it ends itself, oldest first. Confined to the loop. */
class Children implements Consumer<LoopFuture<?>> {
    private final Set<LoopFuture<?>> living = new LinkedHashSet<>();
    private Deferred<Void> noneLeft;

    final void add(LoopFuture<?> child) {
        if (living.add(child)) {
            child.addDoneCallback(this);
        }
    }

    @Override
    public final void accept(LoopFuture<?> child) {
        living.remove(child);
        if (living.isEmpty() && noneLeft != null && !noneLeft.isDone()) {
            noneLeft.complete(null);
        }
        ended(child);
    }

    /** For whoever wants to be told: a child has ended. In its turn among the child's waiters. */
    void ended(LoopFuture<?> child) {
    }

    final boolean isEmpty() {
        return living.isEmpty();
    }

    /** Tells whether there are so many and no others, as far as another thread can see. */
    final boolean areOnly(int many) {
        return living.size() == many;
    }

    final void cancelAll() {
        CancelWalk.cancelAll(List.copyOf(living));
    }

    /** What somebody awaits until all have ended; null while nobody does. */
    final Deferred<Void> noneLeft() {
        return noneLeft;
    }

    /** What to await on their loop until all have ended, once: a cancellation of the waiting call ends it. */
    final Deferred<Void> noneLeft(EventLoop loop) {
        noneLeft = new Deferred<>(loop);
        return noneLeft;
    }
}
