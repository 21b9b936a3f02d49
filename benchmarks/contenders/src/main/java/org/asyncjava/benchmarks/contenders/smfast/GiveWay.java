package org.asyncjava.benchmarks.contenders.smfast;

import java.util.concurrent.CompletableFuture;

import org.asyncjava.benchmarks.contenders.loop.BareLoop;

/** Lets others run, a number of times. */
final class GiveWay extends Machine<Integer> {
    private final BareLoop loop;
    private final int rounds;
    private int i;

    private GiveWay(BareLoop loop, int rounds) {
        this.loop = loop;
        this.rounds = rounds;
    }

    static CompletableFuture<Integer> call(BareLoop loop, int rounds) {
        if (rounds == 0) {
            return completedFuture(0);
        }
        GiveWay machine = new GiveWay(loop, rounds);
        loop.add(machine);
        return machine;
    }

    @Override
    void resume(Object nothing) {
        i++;
        if (i < rounds) {
            loop.add(this);
        } else {
            settle(rounds);
        }
    }
}
