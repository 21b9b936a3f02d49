package org.asyncjava.runtime.abi;

/**
 * What a generator meets at the {@code emit} where it stands when it is closed, so that its {@code finally} blocks run. Handlers of its
 * method pass it on, see {@link Generates#passOn}. One object for each closing; no program sees it.
 *
 * @since 0.1.0
 */
public final class ClosingSignal extends Error {
    private static final long serialVersionUID = 1L;

    /** Made by whoever closes a generator. What closing meets on the way may be suppressed by it. */
    public ClosingSignal() {
        super("the generator is being closed", null, true, false);
    }
}
