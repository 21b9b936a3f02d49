package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What an interface that calls back is given, to end one await of {@link Coroutines#callback}. Any thread; the first outcome wins.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
@NullMarked
public sealed interface Callback<T extends @Nullable Object> permits CallbackWait {
    /**
     * Ends the await with a result.
     *
     * @param value the result, may be null
     * @return false if it has ended before, so that nobody gets this result
     */
    boolean complete(T value);

    /**
     * Ends the await with a failure.
     *
     * @param failure what the await throws, as it is
     * @return false if it has ended before, so that nobody hears of this failure
     */
    boolean fail(Throwable failure);

    /**
     * Says what to do when the await is cancelled: abort a request, give up a subscription. It is done after the await has ended, on the
     * thread that cancels; at once if that has happened already.
     *
     * @param action what to do, once; where this is called several times, each action in turn
     */
    void onCancel(Runnable action);
}
