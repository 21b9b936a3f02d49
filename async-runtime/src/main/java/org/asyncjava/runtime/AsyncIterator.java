package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An iteration over elements that have to be waited for. An async method that emits returns one:
 *
 * <pre>{@code
 * @Async
 * AsyncIterator<String> lines(Connection connection) {
 *     for (String line = await(connection.read()); line != null; line = await(connection.read())) {
 *         emit(line);
 *     }
 *     return end();
 * }
 *
 * AsyncIterator<String> lines = lines(connection);
 * while (await(lines.advance())) {
 *     System.out.println(lines.current());
 * }
 * }</pre>
 *
 * <p>A loop over {@link Each#each(AsyncIterator) each} closes it. One that nobody closes is garbage when nobody holds it, and its {@code finally} blocks do
 * not run, which debug mode reports; one that is still held is closed at the end of {@code run}, newest first, on the loop on which it has emitted last. Of what
 * emits on a strand or where no loop runs nobody else takes care.
 *
 * <p>Not thread-safe: it is asked by one task at a time. The method's body runs in the context, on the loop and with the dispatcher of whoever
 * asks for the next element.
 *
 * @param <T> the type of the elements
 * @since 0.1.0
 */
@NullMarked
public interface AsyncIterator<T extends @Nullable Object> extends AsyncCloseable {
    /**
     * Goes on to the next element when it is awaited, and lets go of the current one.
     *
     * @return a coroutine with true if there is one, with false from the end on; it fails once if the iteration does. It may be the same object
     *     each time
     * @throws IllegalStateException when the advance before this one has not ended
     */
    Coroutine<Boolean> advance();

    /**
     * The element that the last {@link #advance} has come to.
     *
     * @return the element
     * @throws java.util.NoSuchElementException before the first one, during an advance, and from the end on
     */
    T current();

    /**
     * Ends the iteration: of an async method that emits, runs the {@code finally} blocks around the {@code emit} where its body stands. Those may
     * await; an {@code emit} in one of them throws {@link IllegalStateException}.
     *
     * @return a coroutine that fails with what the body has failed with meanwhile, and with {@link IllegalStateException} where an advance has not
     *     ended
     */
    @Override
    Coroutine<Void> closeAsync();
}
