package org.asyncjava.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sent to a loop, to find out how long it takes until its turn comes. */
final class LagProbe implements Runnable {
    private final CountDownLatch returned = new CountDownLatch(1);
    private final long sent = System.nanoTime();
    /** Of no meaning before it has returned. */
    private long took;

    private LagProbe() {
    }

    static LagProbe sentTo(EventLoop loop) {
        LagProbe probe = new LagProbe();
        loop.resume(probe);
        return probe;
    }

    /** Its turn has come. */
    @Override
    public void run() {
        took = System.nanoTime() - sent;
        returned.countDown();
    }

    /** Waits until then. */
    boolean returnsBefore(long until) {
        try {
            return returned.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return returned.getCount() == 0;
        }
    }

    /** How long it took, or takes by now. */
    long nanos() {
        return returned.getCount() == 0 ? took : System.nanoTime() - sent;
    }
}
