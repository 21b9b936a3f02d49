package org.asyncjava.runtime;

/** Lets everything else that is ready run first: one turn of the loop. One object, awaited as often as one likes. */
final class YieldNow extends Coroutine<Void> {
    static final YieldNow INSTANCE = new YieldNow();

    private YieldNow() {
    }

    @Override
    boolean begin(int depth) {
        return true;
    }

    @Override
    void subscribe(Driver driver) {
        Loop loop = Loop.on(ThreadState.current());
        if (loop != null) {
            loop.ready(new WakeUp(driver));
        } else {
            driver.wake();
        }
    }

    /** The turn cannot be taken back: the cancellation is thrown when it comes. */
    @Override
    boolean cancel(String message) {
        return false;
    }

    @Override
    Void take() {
        return null;
    }

    @Override
    public String toString() {
        return "<Coroutines.yieldNow()>";
    }
}
