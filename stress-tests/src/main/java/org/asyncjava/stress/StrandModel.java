package org.asyncjava.stress;

import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.runtime.EventLoop;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Several threads give a strand something to do, and several run its turns: each thing runs once and alone, and those of one thread in their order. */
public class StrandModel {
    private final Runs runs = new Runs();
    private final EventLoop strand = EventLoop.on(runs);
    private final AtomicInteger given = new AtomicInteger();
    /** Of the strand alone. */
    private int ran;
    private int outOfOrder;

    /** Has two already. */
    public StrandModel() {
        give();
    }

    /** Gives it two things, of which the second comes later. */
    @Operation
    public final void give() {
        int[] before = new int[1];
        given.addAndGet(2);
        strand.execute(() -> {
            ran++;
            before[0]++;
        });
        strand.execute(() -> {
            ran++;
            outOfOrder += 1 - before[0];
        });
    }

    /** A thread of its executor. */
    @Operation
    public void turns() {
        runs.runAll();
    }

    /** After all of them, and what is left. */
    @Validate
    public void eachThingHasRunOnce() {
        runs.runAll();
        Models.require(ran == given.get(), ran + " of " + given + " have run");
        Models.require(outOfOrder == 0, "the second has run before the first");
    }
}
