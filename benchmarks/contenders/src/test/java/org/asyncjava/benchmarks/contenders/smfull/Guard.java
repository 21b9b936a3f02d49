package org.asyncjava.benchmarks.contenders.smfull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Awaits a future and notes what the await threw, and the executor in force where it goes on. */
final class Guard extends Machine<Integer> {
    Throwable thrown;
    Executor place;

    static Guard call(CompletableFuture<Integer> operand) {
        Guard machine = new Guard();
        machine.suspend(operand);
        return machine;
    }

    @Override
    void resume() {
        place = ThreadPlace.current().dispatcher;
        try {
            settle((Integer) outcome());
        } catch (Throwable failure) {
            thrown = failure;
            settle(-1);
        }
    }
}
