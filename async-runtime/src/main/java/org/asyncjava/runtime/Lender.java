package org.asyncjava.runtime;

/** What hands out permits or items and expects them back: when a test has ended nothing is to be missing. */
interface Lender {
    /** How much is handed out now, from an origin of its own. */
    long lent();

    /** What the program knows it as. */
    Object owner();

    /** What is said of it when it is missing something. */
    default String missing() {
        return "something was not given back: " + ShortText.of(owner());
    }

    /** Tells the test that tries other orders on this thread, if one does, that something is about to be used. */
    static void uses(Lender lender) {
        Steering steering = steering();
        if (steering != null) {
            steering.uses(lender);
        }
    }

    /** Tells it who has taken something. */
    static void took(Lender lender) {
        if (Debug.FINDS_DEADLOCKS) {
            Takers.note(lender);
        }
        Steering steering = steering();
        if (steering != null) {
            steering.took(lender);
        }
    }

    private static Steering steering() {
        return Exploration.hasBegun() ? Steering.of(EventLoop.on(ThreadState.current())) : null;
    }
}
