package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.Iterator;

import org.asyncjava.Async;

/**
 * What is drawn one after another, each only when there is room for it.
 *
 * @param <A> the type of the items
 */
abstract class ItemSource<A> {
    private A current;

    /** Draws the next item; false if there is none. */
    abstract Coroutine<Boolean> advance();

    /** The item that was drawn last. */
    final A current() {
        return current;
    }

    final void current(A item) {
        current = item;
    }

    /** Those of an iterator, which is asked for the first one when that is drawn. */
    static <A> ItemSource<A> of(Iterable<? extends A> all) {
        return new ItemSource<>() {
            private Iterator<? extends A> left;

            @Override
            Coroutine<Boolean> advance() {
                if (left == null) {
                    left = all.iterator();
                }
                boolean more = left.hasNext();
                if (more) {
                    current(left.next());
                }
                return Coroutine.of(more);
            }
        };
    }

    /** Those of a queue until it is shut down and empty. */
    static <A> ItemSource<A> of(AsyncQueue<? extends A> queue) {
        return new ItemSource<>() {
            @Override
            @Async
            Coroutine<Boolean> advance() {
                try {
                    current(await(queue.take()));
                    return Coroutine.of(true);
                } catch (QueueShutDownException end) {
                    return Coroutine.of(false);
                }
            }
        };
    }
}
