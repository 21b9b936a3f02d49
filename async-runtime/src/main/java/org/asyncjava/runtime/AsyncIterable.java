package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Elements that have to be waited for. An async method that emits returns one; a call of it runs nothing, and each iteration runs its body anew,
 * with the arguments of the call:
 *
 * <pre>{@code
 * @Async
 * AsyncIterable<Row> rows(Query query) {
 *     for (Page page = await(first(query)); page != null; page = await(page.next())) {
 *         for (Row row : page) {
 *             emit(row);                     // goes on here when the next element is asked for
 *         }
 *     }
 *     return end();
 * }
 * }</pre>
 *
 * @param <T> the type of the elements
 * @since 0.1.0
 */
@NullMarked
public interface AsyncIterable<T extends @Nullable Object> {
    /**
     * Begins an iteration, of which nothing runs until it is asked for its first element.
     *
     * @return a new iterator
     */
    AsyncIterator<T> iterator();
}
