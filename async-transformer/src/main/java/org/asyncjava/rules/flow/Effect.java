package org.asyncjava.rules.flow;

/** What a call does to the thing that is followed. */
public enum Effect {
    /** Nothing. */
    NONE,
    /** Takes it, unless the call fails. */
    TAKES,
    /** Takes it, also if the call fails. */
    USES,
    /** Takes it if the result is true: see {@link Flow#goTaken}. */
    TRIES,
    /** Lets go of it, also if the call fails. */
    RELEASES,
    /** Fetches what is let go of at once, and is taken not to fail: {@code readLock()} in {@code both.readLock().unlock()}. */
    FETCHES;

    /** What is so behind the call. */
    int after(int state) {
        return switch (this) {
            case NONE, TRIES, FETCHES -> state;
            case TAKES, USES -> state == 0 ? 0 : Flow.TAKEN;
            case RELEASES -> state == 0 ? 0 : Flow.FREE;
        };
    }

    /** What is so if the call throws. */
    int onFailure(int state) {
        return switch (this) {
            case TAKES -> state;
            case FETCHES -> 0;
            case NONE, USES, TRIES, RELEASES -> after(state);
        };
    }
}
