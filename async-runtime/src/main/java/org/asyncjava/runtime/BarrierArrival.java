package org.asyncjava.runtime;

/** One call at a barrier: waits until the previous ones have left, then for the others. */
final class BarrierArrival extends Continuation<Integer> {
    private static final int OUTSIDE = 1;
    private static final int INSIDE = 2;

    private final AsyncBarrier barrier;
    private Waiter waiter;
    private int number;

    BarrierArrival(AsyncBarrier barrier) {
        this.barrier = barrier;
    }

    @Override
    protected void resume() throws Throwable {
        int at = ColdSteps.state(this);
        if (at == INSIDE) {
            goOnInside();
            return;
        }
        if (at == OUTSIDE) {
            leaveQueue();
        }
        barrier.requireLoop();
        switch (barrier.life()) {
            case DRAINING, RESETTING -> await(OUTSIDE);
            case BROKEN -> throw new BarrierBrokenException("Barrier aborted");
            case FILLING -> enter();
        }
    }

    void number(int given) {
        number = given;
    }

    private void enter() throws Throwable {
        barrier.enter(this);
        try {
            waitForOthers();
        } catch (Throwable failure) {
            barrier.exit(this);
            throw failure;
        }
    }

    private void goOnInside() throws Throwable {
        try {
            leaveQueue();
            waitForOthers();
        } catch (Throwable failure) {
            barrier.exit(this);
            throw failure;
        }
    }

    private void waitForOthers() {
        switch (barrier.life()) {
            case FILLING -> await(INSIDE);
            case BROKEN, RESETTING -> throw new BarrierBrokenException("Abort or reset of barrier");
            case DRAINING -> {
                barrier.exit(this);
                complete(number);
            }
        }
    }

    private void await(int point) {
        waiter = barrier.join();
        waiter.suspend(this, point);
    }

    private void leaveQueue() throws Throwable {
        Throwable failure = Waiter.failure(this);
        barrier.leave(waiter);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    protected String source() {
        return AsyncBarrier.class.getName() + "\0arrive\0\0";
    }
}
