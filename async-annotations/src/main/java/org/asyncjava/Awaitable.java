package org.asyncjava;

/**
 * Something that can be awaited: how a type that is no {@link java.util.concurrent.CompletionStage} takes part.
 *
 * <pre>{@code
 * final class Signal implements Awaitable<Void> {
 *     private final SignalAwaiter awaiter = new SignalAwaiter();
 *     public Awaiter<Void> awaiter() { return awaiter; }
 * }
 * ...
 * await(signal);
 * }</pre>
 *
 * <p>A type should not implement both this interface and {@code CompletionStage}: the compiler would find {@code await}
 * ambiguous.
 *
 * @param <T> the type of the result
 * @since 0.1.0
 */
public interface Awaitable<T> {
    /**
     * The object that tells when the result is there and what it is. Called once per await, on the awaiting thread.
     *
     * @return an awaiter, never null
     */
    Awaiter<T> awaiter();
}
