package org.asyncjava.runtime;

/**
 * What a chain of suspended calls runs for: a task, or a method that returns a {@code CompletableFuture}.
 *
 * <p>Public only because generated code takes part in it; not for use by programs.
 *
 * @since 0.1.0
 */
public interface Driver {
    /**
     * The operand that the innermost call of the chain waits for is done: go on. Called exactly once per subscription, on any thread,
     * possibly during the subscription. Never throws.
     */
    void wake();
}
