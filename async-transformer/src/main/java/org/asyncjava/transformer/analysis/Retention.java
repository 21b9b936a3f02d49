package org.asyncjava.transformer.analysis;

/** Which local variables are kept across a suspension. */
public enum Retention {
    /** Those that are read later; nothing is kept reachable that the source no longer uses. */
    LIVE,
    /** All that have a value, so that a debugger shows them. */
    ALL
}
