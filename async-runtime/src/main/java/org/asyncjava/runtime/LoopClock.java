package org.asyncjava.runtime;

import java.util.concurrent.locks.LockSupport;

/** How a loop knows the time and lets it pass. */
interface LoopClock {
    /** Nanoseconds since some fixed moment. */
    long now();

    /** Lets the loop's thread wait until a time, or until it is unparked. May return early. */
    void awaitUntil(long time);

    /** The clock on the wall. */
    LoopClock SYSTEM = new LoopClock() {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void awaitUntil(long time) {
            LockSupport.parkNanos(this, time - System.nanoTime());
        }
    };
}
