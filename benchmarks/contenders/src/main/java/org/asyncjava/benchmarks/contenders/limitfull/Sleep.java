package org.asyncjava.benchmarks.contenders.limitfull;

/** What is awaited to sleep, and the timer. Cancelled, it stays among the timers until its time comes. */
final class Sleep extends Promise {
    Sleep(Loop loop) {
        super(loop);
    }

    @Override
    public void run() {
        if (isDone()) {
            super.run();
        } else {
            complete(null);
        }
    }
}
