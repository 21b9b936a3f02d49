package org.asyncjava.runtime;

/** Lets everything else that is ready run first: one turn of the loop. One object, awaited as often as one likes. */
final class YieldNow extends Coroutine<Void> implements Leaf {
    static final YieldNow INSTANCE = new YieldNow();

    private YieldNow() {
    }

    @Override
    boolean begin(int depth) {
        return true;
    }

    @Override
    public void subscribe(Driver driver) {
        ThreadState thread = ThreadState.current();
        if (thread.loop != null) {
            thread.loop.ready(driver::wake);
        } else {
            driver.wake();
        }
    }

    /** The turn cannot be taken back: the cancellation is thrown when it comes. */
    @Override
    public boolean cancel(String message) {
        return false;
    }

    @Override
    public Void take() {
        return null;
    }

    @Override
    public String toString() {
        return "<Coroutines.yieldNow()>";
    }
}
