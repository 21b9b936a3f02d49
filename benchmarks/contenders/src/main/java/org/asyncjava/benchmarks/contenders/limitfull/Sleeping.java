package org.asyncjava.benchmarks.contenders.limitfull;

/** Sleeps and returns a value. */
final class Sleeping extends Call {
    private final Loop loop;
    private final int value;
    private final int millis;

    Sleeping(Loop loop, int value, int millis) {
        this.loop = loop;
        this.value = value;
        this.millis = millis;
    }

    @Override
    protected void resume() throws Throwable {
        if (place() == 1) {
            promised();
            complete(value);
        } else {
            suspend(loop.sleep(millis), 1);
        }
    }
}
