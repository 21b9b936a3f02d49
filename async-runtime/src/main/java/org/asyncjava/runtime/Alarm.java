package org.asyncjava.runtime;

import java.time.Duration;

/** Has a loop's host wake the loop at the time of its first timer. */
final class Alarm implements Runnable {
    final long time;
    /** Whether it has rung, be it early. */
    volatile boolean rung;
    private Pump woken;
    private Runnable cancel;

    Alarm(long time) {
        this.time = time;
    }

    /** Never throws: where the host sets no timers any more, the loop finds that out when the time has come. */
    void set(LoopHost host, long nanos, Pump pump) {
        woken = pump;
        try {
            cancel = host.schedule(this, Duration.ofNanos(nanos));
        } catch (Throwable refused) {
            cancel = DefaultDispatch.runLater(this, nanos);
        }
    }

    @Override
    public void run() {
        rung = true;
        woken.wake();
    }

    void cancel() {
        if (!rung && cancel != null) {
            try {
                cancel.run();
            } catch (Throwable broken) {
                DroppedFailure.reportBroken("taking back a timer of a loop's host", broken, null);
            }
        }
    }
}
