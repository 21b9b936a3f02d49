package org.asyncjava.runtime;

/** One call that waits for a permit. */
final class Acquisition extends Continuation<Void> {
    private static final int WAITING = 1;

    private final Permits permits;
    private final String source;
    private Waiter waiter;

    Acquisition(Permits permits, String source) {
        this.permits = permits;
        this.source = source;
    }

    @Override
    protected void resume() throws Throwable {
        if (ColdSteps.state(this) == WAITING) {
            Throwable failure = Waiter.failure(this);
            permits.leave(waiter, failure);
            if (failure != null) {
                throw failure;
            }
        } else {
            waiter = permits.takeOrJoin();
            if (waiter != null) {
                waiter.suspend(this, WAITING);
                return;
            }
        }
        complete(null);
    }

    @Override
    protected String source() {
        return source;
    }
}
