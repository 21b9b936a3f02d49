package org.asyncjava.benchmarks.contenders.smfast;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.benchmarks.contenders.loop.BareLoop;

/** Sleeps and returns a value. The machine is the timer. */
final class Sleeping extends Machine<Integer> {
    private final int value;

    private Sleeping(int value) {
        this.value = value;
    }

    static CompletableFuture<Integer> call(BareLoop loop, int value, int millis) {
        Sleeping machine = new Sleeping(value);
        loop.addAfter(millis, machine);
        return machine;
    }

    @Override
    void resume(Object nothing) {
        settle(value);
    }
}
