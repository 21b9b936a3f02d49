package org.asyncjava.runtime;

import java.util.concurrent.locks.LockSupport;

/** How a loop knows the time and lets it pass. */
interface LoopClock {
    /** Nanoseconds since some fixed moment that has passed: never negative, so that times can be compared as numbers. */
    long now();

    /** Lets the loop's thread wait until a time, or until it is unparked. May return early. */
    void awaitUntil(long time);

    /** Tells whether waiting lets no time pass but skips it. Then time must stand still while another thread is at work for the loop. */
    boolean isVirtual();

    /** The clock on the wall. */
    LoopClock SYSTEM = new LoopClock() {
        private final long origin = System.nanoTime();

        @Override
        public long now() {
            return System.nanoTime() - origin;
        }

        @Override
        public void awaitUntil(long time) {
            long now = now();
            if (time > now) {
                LockSupport.parkNanos(this, time - now);
            }
        }

        @Override
        public boolean isVirtual() {
            return false;
        }
    };
}
