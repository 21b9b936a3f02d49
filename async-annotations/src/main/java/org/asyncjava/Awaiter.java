package org.asyncjava;

/**
 * One wait for an {@link Awaitable}.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
public interface Awaiter<T> {
    /**
     * Tells whether the result or the failure is there.
     *
     * @return true once {@link #result()} may be called; never false again after that
     */
    boolean isDone();

    /**
     * The outcome. Called only when {@link #isDone()} has returned true or the callback has run.
     *
     * @return the result
     * @throws Throwable the failure, which {@code await} throws as it is
     */
    T result() throws Throwable;

    /**
     * Registers what to do when the outcome is there.
     *
     * @param callback to be run exactly once, on any thread, during this call if the outcome is there already
     */
    void onDone(Runnable callback);

    /**
     * Asks to give up what is waited for.
     *
     * @return false if it cannot be cancelled or is done; true if the callback will run, or has run, in consequence
     */
    boolean cancel();
}
