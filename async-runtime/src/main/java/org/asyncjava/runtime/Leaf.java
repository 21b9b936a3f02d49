package org.asyncjava.runtime;

/** One wait for something that is no continuation and no {@link LoopFuture}: a timer, a turn of the loop, a foreign object. */
interface Leaf {
    /** Wakes the driver exactly once, possibly during this call; or throws and never wakes it. */
    void subscribe(Driver driver);

    /** Asks to give up; true if the driver is woken in consequence and {@link #take} throws. Any thread, also before subscribing. */
    boolean cancel(String message);

    /** Tells whether the outcome is a cancellation. */
    default boolean isCancelled() {
        return false;
    }

    /** The outcome, once the driver was woken. */
    Object take() throws Throwable;
}
