package org.asyncjava.runtime;

import java.util.Iterator;

import org.asyncjava.NotTransformedException;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code for} loop of an async method goes through where the elements have to be waited for:
 *
 * <pre>{@code
 * import static org.asyncjava.runtime.Each.each;
 *
 * @Async
 * Coroutine<Integer> count(Query query) {
 *     int n = 0;
 *     for (Row row : each(rows(query))) {
 *         n += await(check(row)) ? 1 : 0;
 *     }
 *     return Coroutine.of(n);
 * }
 * }</pre>
 *
 * <p>The method is suspended while it waits for an element. However the loop is left before its end, by {@code break}, {@code continue} of a loop
 * around it, {@code return} or an exception, its iterator is closed, and that is awaited. At a {@code return} the value is computed first; a failure
 * of closing replaces it, and is suppressed where an exception is on its way.
 *
 * @param <T> the type of the elements
 * @since 0.1.0
 */
@NullMarked
public final class Each<T extends @Nullable Object> implements Iterable<T> {
    private Each() {
    }

    /**
     * Goes through the elements of an iterable. Belongs in the head of a {@code for} loop in an async method.
     *
     * @param <T> the type of the elements
     * @param source what to iterate over; not null
     * @return nothing that a program sees
     * @throws NotTransformedException when the calling method was not transformed
     */
    public static <T extends @Nullable Object> Each<T> each(AsyncIterable<T> source) {
        throw NotTransformedException.of(Each.class, "each");
    }

    /**
     * Goes through what is left of an iteration, and closes it. Belongs in the head of a {@code for} loop in an async method.
     *
     * @param <T> the type of the elements
     * @param source what to go on with; not null
     * @return nothing that a program sees
     * @throws NotTransformedException when the calling method was not transformed
     */
    public static <T extends @Nullable Object> Each<T> each(AsyncIterator<T> source) {
        throw NotTransformedException.of(Each.class, "each");
    }

    /** Not called in a loop that was transformed. */
    @Override
    public Iterator<T> iterator() {
        throw NotTransformedException.of(Each.class, "each");
    }
}
