package org.asyncjava.runtime;

/**
 * What a suspended call can wait for and that is ours, or stands for one wait for something foreign. A leaf can be subscribed to; a
 * {@link Continuation}, which is one by type alone, is linked to who awaits it and driven instead.
 *
 * <p>A class, not an interface: nothing of it is public in {@link Task} and {@link Coroutine}, and a test for a class is one comparison.
 */
abstract sealed class Operand permits Coroutine, LoopFuture, StageWait, AwaiterWait, JointWait {
    /**
     * Called where a body awaits this: a coroutine is started in place.
     *
     * @param depth how many inline calls lie between the driver and this one
     * @return true if it is not done, so that the awaiting body must suspend itself
     * @throws IllegalStateException when it cannot be awaited again
     */
    abstract boolean begin(int depth);

    /** Wakes the driver exactly once, possibly during this call; or throws and never wakes it. */
    void subscribe(Driver driver) {
        throw new IllegalStateException("not something that can be subscribed to: " + ShortText.of(this));
    }

    /** Tells whether {@link #subscribe} does what a full fence does, so that none need follow it. */
    boolean subscribesWithFence() {
        return false;
    }

    /** Asks to give up; true if the driver is woken in consequence and {@link #take} throws. Any thread, also before subscribing. */
    boolean cancel(String message) {
        return false;
    }

    /** Asks to give up on behalf of a method that returns a future and was settled from outside. Any thread. */
    void cancelFor(HotCall call) {
        Trampoline.run(() -> cancel(null)); // it may be a call with an operand of its own, and so on
    }

    /** Tells whether the outcome is a cancellation. */
    boolean isCancelled() {
        return false;
    }

    /** Tells whether the outcome, if there is one, is a failure or a cancellation. */
    boolean hasFailed() {
        return isCancelled();
    }

    /** The outcome at an await, once the driver was woken: returns the result or throws the failure. */
    abstract Object take() throws Throwable;

    /** Tells whether a loop has to bring the outcome, so that blocking for it on that loop's thread would never end. */
    boolean isBroughtBy(Loop loop) {
        return false;
    }

    /** Where a task is resumed; null for what drives no calls. */
    Loop home() {
        return null;
    }

    /** The innermost call of a task, if that is suspended; null for what drives no calls. */
    Continuation<?> suspendedCall() {
        return null;
    }

    /** Tells whether what ends with this is one and the same call, which this runs elsewhere: in a logical stack trace it stands once. */
    boolean isItsFollower() {
        return false;
    }

    /** Where a logical stack trace says that this stands or has ended; null where no method of a program stands for it. */
    SourcePosition position() {
        return null;
    }
}
