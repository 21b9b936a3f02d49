package org.asyncjava.benchmarks.contenders.limitfull;

/** Lets others run, a number of times. */
final class GiveWay extends Call {
    private final int rounds;
    private int i;

    GiveWay(int rounds) {
        this.rounds = rounds;
    }

    @Override
    protected void resume() throws Throwable {
        if (place() == 1) {
            taken();
            i++;
        }
        if (i < rounds) {
            giveWay(1);
        } else {
            complete(rounds);
        }
    }
}
