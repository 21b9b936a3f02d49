package org.asyncjava.benchmarks.virtualthreads;

/** The call of one thread: sleeps once. */
final class SleepingCall implements Runnable {
    private final int number;
    private final int millis;
    private int result;

    SleepingCall(int number, int millis) {
        this.number = number;
        this.millis = millis;
    }

    @Override
    public void run() {
        try {
            Thread.sleep(millis);
            result = number & 7;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a sleeping call", e);
        }
    }

    /** What the call returned; its thread has been joined. */
    int result() {
        return result;
    }
}
