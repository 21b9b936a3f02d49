package org.asyncjava.runtime;

/** A clock that stands still while anything is ready and jumps to the next timer when nothing is. */
final class VirtualClock implements LoopClock {
    private volatile long now;

    @Override
    public long now() {
        return now;
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    /** Jumps there, unless that lies in the past. */
    @Override
    public void awaitUntil(long time) {
        now = Math.max(now, time);
    }
}
