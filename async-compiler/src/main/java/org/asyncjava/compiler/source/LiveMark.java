package org.asyncjava.compiler.source;

/**
 * What a reader may want to know of a place that is in order.
 *
 * @param kind what is there
 * @param at what is called, or closed
 */
public record LiveMark(Kind kind, Extent at) {
    /** What is marked. */
    public enum Kind {
        /** A method may be suspended. */
        AWAIT,
        /** A generator hands an element out and is suspended until the next one is asked for. */
        EMIT,
        /** A loop waits for its next element. */
        EACH,
        /** A resource is closed by awaiting. */
        CLOSE,
        /** A call that runs nothing before it is awaited or started. */
        COLD_CALL,
        /** A call that runs at once, up to where it is suspended. */
        HOT_CALL
    }
}
