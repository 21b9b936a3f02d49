package org.asyncjava.benchmarks.contenders.limit;

import org.asyncjava.benchmarks.contenders.loop.BareLoop;

/** Sleeps and returns a value. The machine is the timer. */
final class Sleeping extends Machine {
    private final int value;

    private Sleeping(int value) {
        this.value = value;
    }

    static Promise call(BareLoop loop, int value, int millis) {
        Sleeping machine = new Sleeping(value);
        loop.addAfter(millis, machine);
        return machine;
    }

    @Override
    void resume(Object nothing) {
        complete(value);
    }
}
