package org.asyncjava.benchmarks.contenders.smfull;

import java.util.concurrent.CompletableFuture;

/** Sleeps and returns a value. */
final class Sleeping extends Machine<Integer> {
    private final int value;

    private Sleeping(int value) {
        this.value = value;
    }

    static CompletableFuture<Integer> call(int value, int millis) {
        return new Sleeping(value).sleep(millis);
    }

    @Override
    void resume() {
        taken();
        settle(value);
    }
}
