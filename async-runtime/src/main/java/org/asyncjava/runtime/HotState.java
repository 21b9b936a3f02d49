package org.asyncjava.runtime;

/** The meaning of {@link HotCall#hotState}: the number of the suspension point in the low 24 bits, and marks above it. */
final class HotState {
    /** The body has been told that the future was settled from outside; it is told only once. */
    static final int CANCEL_DELIVERED = 1 << 24;
    /** The body has ended with a stage; only that stage's outcome is waited for. */
    static final int FOLLOWING = 1 << 25;
    /** The call is known to the event loop that is its dispatcher: see {@link LoopCalls}. */
    static final int REGISTERED = 1 << 26;

    /** A task or deferred that is the operand has been asked to give up. */
    static final int CANCEL_REQUESTED = 1 << 27;

    /** The call that is followed is known to its follower alone: see {@link TailCalls}. */
    private static final int EXCLUSIVE = 1 << 28;

    /** The call was given to what runs it on, which has not done so yet. */
    static final int HANDED_OUT = 1 << 29;

    private static final int POINT = 0xFFFFFF;

    private HotState() {
    }

    static int point(int state) {
        return state & POINT;
    }

    static int at(int state, int point) {
        return state & ~POINT | point;
    }

    static int following(int state) {
        return state & ~EXCLUSIVE | FOLLOWING;
    }

    static int followingExclusively(int state) {
        return state | FOLLOWING | EXCLUSIVE;
    }

    static boolean followsExclusively(int state) {
        return (state & EXCLUSIVE) != 0;
    }

    static boolean isFollowing(int state) {
        return (state & FOLLOWING) != 0;
    }

    static boolean isCancelDelivered(int state) {
        return (state & CANCEL_DELIVERED) != 0;
    }
}
