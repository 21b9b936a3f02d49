package org.asyncjava.benchmarks.contenders.limit;

import org.asyncjava.benchmarks.contenders.loop.BareLoop;

/** Lets others run, a number of times. */
final class GiveWay extends Machine {
    private final BareLoop loop;
    private final int rounds;
    private int i;

    private GiveWay(BareLoop loop, int rounds) {
        this.loop = loop;
        this.rounds = rounds;
    }

    static Promise call(BareLoop loop, int rounds) {
        if (rounds == 0) {
            return new Promise(rounds);
        }
        GiveWay machine = new GiveWay(loop, rounds);
        loop.add(machine);
        return machine;
    }

    @Override
    void resume(Object nothing) {
        if (++i < rounds) {
            loop.add(this);
        } else {
            complete(rounds);
        }
    }
}
