package org.asyncjava.runtime;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

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
 * <p>A loop goes through them, {@link Each}; and there are a few methods for what is done most often:
 *
 * <pre>{@code
 * List<Page> pages = await(links.iterate().filter(link -> isNew(link)).mapConcurrently(8, link -> fetch(link)).take(100).toList());
 * }</pre>
 *
 * <p>What they return runs nothing either, begins an iteration of its source for each of its own, and closes it however its own ends. Their lambdas may
 * await. Anything else is an async method of a few lines that loops over {@code each(source)} and emits.
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

    /**
     * What a function makes of the elements, one after the other.
     *
     * <pre>{@code
     * AsyncIterable<Page> pages = links.map(link -> fetch(link));
     * }</pre>
     *
     * @param <R> the type of what it makes
     * @param function is called with an element when what it makes of it is asked for
     * @return the results, in the order of the elements
     */
    default <R extends @Nullable Object> AsyncIterable<R> map(AsyncFunction<? super T, R> function) {
        return Operators.map(this, Objects.requireNonNull(function, "function"));
    }

    /**
     * Those elements that pass a test.
     *
     * <pre>{@code
     * AsyncIterable<Link> fresh = links.filter(link -> index.misses(link));
     * }</pre>
     *
     * @param test is called with an element; its result says whether that is one
     * @return the elements that pass
     */
    default AsyncIterable<T> filter(AsyncFunction<? super T, Boolean> test) {
        return Operators.filter(this, Objects.requireNonNull(test, "test"));
    }

    /**
     * The first elements. When they have been given, the source is closed, and not asked for more.
     *
     * @param count how many at most; none if it is not positive
     * @return the elements
     */
    default AsyncIterable<T> take(long count) {
        return Operators.take(this, count);
    }

    /**
     * What a function makes of the elements, of some of them at the same time, in the order of the elements.
     *
     * <pre>{@code
     * for (Page page : each(links.mapConcurrently(8, link -> fetch(link)))) {
     *     await(store(page));
     * }
     * }</pre>
     *
     * <p>Each call is a task. The source is asked for an element only when there is room for its call; a call whose result has not been asked for counts.
     * The first failure, the source's included, cancels the calls that run, and is thrown as soon as it is asked for an element, when all have ended. Who
     * ends the iteration earlier cancels them too.
     *
     * @param <R> the type of the results
     * @param limit how many calls there are at the same time, at least 1
     * @param function is called with an element
     * @return the results. They are asked for on one loop: elsewhere the first advance fails with {@link IllegalStateException}
     */
    default <R extends @Nullable Object> AsyncIterable<R> mapConcurrently(int limit, AsyncFunction<? super T, R> function) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + ": at least one call must be allowed");
        }
        return Operators.mapConcurrently(this, limit, Objects.requireNonNull(function, "function"));
    }

    /**
     * Does something with the elements, one after the other.
     *
     * @param action is called with an element
     * @return a coroutine that ends when there are no more
     */
    default Coroutine<Void> forEach(AsyncConsumer<? super T> action) {
        return Operators.forEach(this, Objects.requireNonNull(action, "action"));
    }

    /**
     * Collects the elements.
     *
     * @return a coroutine with a list of them, which belongs to who awaits it
     */
    default Coroutine<List<T>> toList() {
        return Operators.toList(this);
    }

    /**
     * As {@link #merge(Collection)}.
     *
     * @param <T> the type of the elements
     * @param sources where they come from
     * @return the elements
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T extends @Nullable Object> AsyncIterable<T> merge(AsyncIterable<? extends T>... sources) {
        return merge(Arrays.asList(Objects.requireNonNull(sources, "sources")));
    }

    /**
     * The elements of several sources, in the order in which they come.
     *
     * <pre>{@code
     * for (Event event : each(AsyncIterable.merge(keyboard.events(), mouse.events()))) {
     *     await(handle(event));
     * }
     * }</pre>
     *
     * <p>Each source is iterated over by a task of its own, which waits with its element until those that came before have been asked for. It ends when
     * all have ended. The first failure cancels
     * the others, and is thrown when these have ended and the elements that came before it have been asked for. Who ends the iteration earlier cancels
     * the tasks, which close their sources, and waits for that.
     *
     * @param <T> the type of the elements
     * @param sources where they come from
     * @return the elements. They are asked for on one loop: elsewhere the first advance fails with {@link IllegalStateException}
     */
    static <T extends @Nullable Object> AsyncIterable<T> merge(Collection<? extends AsyncIterable<? extends T>> sources) {
        return Operators.merge(List.copyOf(Objects.requireNonNull(sources, "sources")));
    }
}
