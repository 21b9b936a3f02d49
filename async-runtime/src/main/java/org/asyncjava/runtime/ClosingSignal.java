package org.asyncjava.runtime;

/**
 * What a generator meets at the {@code emit} where it stands when it is closed, so that its {@code finally} blocks run. Handlers of its
 * method pass it on, see {@link GeneratorSteps#passOn}. One object for each closing; no program sees it.
 */
final class ClosingSignal extends Error {
    private static final long serialVersionUID = 1L;

    /** Made by whoever closes a generator. What closing meets on the way may be suppressed by it. */
    ClosingSignal() {
        super("the generator is being closed", null, true, false);
    }
}
