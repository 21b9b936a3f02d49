package org.asyncjava.it.harness;

import org.asyncjava.runtime.AsyncCloseable;

/** A resource whose {@code close()} blocks: what {@link BlockingSource} makes of an {@code AsyncCloseable}. */
public interface BlockingCloseable extends AsyncCloseable {
    @Override
    default void close() {
        BlockingAwait.await(closeAsync());
    }
}
