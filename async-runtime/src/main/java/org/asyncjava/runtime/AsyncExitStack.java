package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Resources whose number is known only at run time, closed together in the reverse order of their opening: asyncio programs' {@code AsyncExitStack}.
 *
 * <pre>{@code
 * try (var stack = new AsyncExitStack()) {
 *     List<Connection> connections = new ArrayList<>();
 *     for (String host : hosts) {
 *         connections.add(await(stack.enterAsync(connect(host))));
 *     }
 *     stack.callback(() -> log("all connections are closed after this"));
 *     await(talk(connections));
 * }
 * }</pre>
 *
 * <p>Each is closed whatever the others do. As with nested {@code try} statements the first failure in the order of closing is thrown, with those that
 * come after it suppressed in it; all of them are suppressed in an exception that is on its way already. Unlike in Python nothing that is closed can
 * make an exception disappear. A request for cancellation that arrives meanwhile is what the closing that is just awaited gets; the others follow.
 *
 * <p>Confined to one task at a time.
 *
 * @since 0.1.0
 */
@NullMarked
public final class AsyncExitStack implements AsyncCloseable {
    private enum Life { OPEN, CLOSED }

    /** Newest first. */
    private final Deque<AsyncSupplier<?>> exits = new ArrayDeque<>();
    private Life life = Life.OPEN;

    /** Makes an empty stack. */
    public AsyncExitStack() {
    }

    /**
     * Opens a resource, and closes it when this is closed.
     *
     * @param <R> the type of the resource
     * @param opening what to await for it
     * @return what to await for the same resource
     * @throws IllegalStateException when this is closed; nothing is opened then
     */
    public <R extends AutoCloseable> Coroutine<R> enterAsync(Awaitable<R> opening) {
        requireOpen();
        return entered(this, Objects.requireNonNull(opening, "opening"));
    }

    @Async
    private static <R extends AutoCloseable> Coroutine<R> entered(AsyncExitStack stack, Awaitable<R> opening) {
        R resource = await(opening);
        if (stack.life == Life.CLOSED) { // while it was being opened
            await(exitOf(resource).call());
        }
        return Coroutine.of(stack.push(resource));
    }

    /**
     * Closes a resource that is open already when this is closed: an {@link AsyncCloseable} by awaiting its {@link AsyncCloseable#closeAsync}, any other
     * one by its {@code close()}.
     *
     * @param <R> the type of the resource
     * @param resource the resource
     * @return the same
     * @throws IllegalStateException when this is closed
     */
    public <R extends AutoCloseable> R push(R resource) {
        callback(exitOf(Objects.requireNonNull(resource, "resource")));
        return resource;
    }

    private static AsyncSupplier<Void> exitOf(AutoCloseable resource) {
        if (resource instanceof AsyncCloseable closeable) {
            return closeable::closeAsync;
        }
        return () -> {
            resource.close();
            return Coroutine.done();
        };
    }

    /**
     * Calls something when this is closed.
     *
     * @param <T> the type of its result
     * @param exit what to call and await; its result is dropped
     * @throws IllegalStateException when this is closed
     */
    public <T extends @Nullable Object> void callback(AsyncSupplier<T> exit) {
        Objects.requireNonNull(exit, "exit");
        requireOpen();
        exits.push(exit);
    }

    /**
     * Hands everything over to another stack, so that it stays open when this is closed:
     *
     * <pre>{@code
     * try (var stack = new AsyncExitStack()) {
     *     for (String host : hosts) {
     *         await(stack.enterAsync(connect(host)));     // if one fails those before it are closed
     *     }
     *     return Coroutine.of(stack.popAll());            // the caller closes them
     * }
     * }</pre>
     *
     * @return a new stack; this one is empty and open
     * @throws IllegalStateException when this is closed
     */
    public AsyncExitStack popAll() {
        requireOpen();
        AsyncExitStack heir = new AsyncExitStack();
        heir.exits.addAll(exits);
        exits.clear();
        return heir;
    }

    private void requireOpen() {
        if (life == Life.CLOSED) {
            throw new IllegalStateException("this AsyncExitStack is closed");
        }
    }

    /**
     * Closes everything, newest first.
     *
     * @return a coroutine that ends when all have been closed, with the first failure
     */
    @Override
    public Coroutine<Void> closeAsync() {
        return exitAll(this);
    }

    @Async
    private static Coroutine<Void> exitAll(AsyncExitStack stack) {
        stack.life = Life.CLOSED;
        Throwable failed = null;
        for (AsyncSupplier<?> exit = stack.exits.poll(); exit != null; exit = stack.exits.poll()) {
            try {
                await(exit.call());
            } catch (Throwable failure) {
                if (failed == null) {
                    failed = failure;
                } else {
                    Closing.suppress(failed, failure);
                }
            }
        }
        if (failed != null) {
            throw Sneaky.<RuntimeException>rethrow(failed);
        }
        return Coroutine.done();
    }
}
