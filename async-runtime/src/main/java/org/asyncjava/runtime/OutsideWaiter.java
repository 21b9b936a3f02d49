package org.asyncjava.runtime;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Among those who wait for a future of a loop: one who stands outside of that loop, and is told when the loop will bring no outcome. */
interface OutsideWaiter<T> extends Consumer<LoopFuture<T>> {
    /** The loop is closed and will bring no outcome. */
    void refuse(RejectedExecutionException closed);
}
