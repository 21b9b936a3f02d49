package org.asyncjava.benchmarks.contenders.smfull;

import java.util.concurrent.CompletableFuture;

/** Lets others run, a number of times. */
final class GiveWay extends Machine<Integer> {
    private final int rounds;
    private int i;

    private GiveWay(int rounds) {
        this.rounds = rounds;
    }

    static CompletableFuture<Integer> call(int rounds) {
        return rounds == 0 ? completedFuture(0) : new GiveWay(rounds).giveWay();
    }

    @Override
    void resume() {
        taken();
        i++;
        if (i < rounds) {
            giveWay();
        } else {
            settle(rounds);
        }
    }
}
