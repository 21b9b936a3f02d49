package org.asyncjava.stress;

import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.QueueEmptyException;
import org.asyncjava.runtime.QueueFullException;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** A queue of two places, without anybody who waits: as if one thread used it after the other. */
public class QueueModel {
    private final AsyncQueue<Integer> queue = new AsyncQueue<>(2);

    /**
     * Puts an item if there is room.
     *
     * @param item any
     * @return whether there was
     */
    @Operation
    public boolean put(@Param(gen = IntGen.class, conf = "1:3") int item) {
        try {
            queue.putNow(item);
            return true;
        } catch (QueueFullException full) {
            return false;
        }
    }

    /**
     * Takes an item if there is one.
     *
     * @return null if there is none
     */
    @Operation
    public Integer take() {
        try {
            return queue.takeNow();
        } catch (QueueEmptyException empty) {
            return null;
        }
    }

    /**
     * Looks.
     *
     * @return how many items there are
     */
    @Operation
    public int size() {
        return queue.size();
    }
}
