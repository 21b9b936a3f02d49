package org.asyncjava.runtime;

/** What the JVM watches. Constants, so that what hangs on them costs nothing when they are off. */
final class Debug {
    /** Debug mode, {@code -Dasyncjava.debug=true}. */
    static final boolean ENABLED = Boolean.getBoolean("asyncjava.debug");

    /** Coroutines that nobody awaits are found; in a JVM for tests, {@code -Dasyncjava.tests=true}, those that a test makes. */
    static final boolean WATCHES_COROUTINES = ENABLED || Boolean.getBoolean("asyncjava.tests");

    /** Tasks that wait for one another in a circle are looked for; also without debug mode, {@code -Dasyncjava.deadlocks=true}. */
    static final boolean FINDS_DEADLOCKS = ENABLED || Boolean.getBoolean("asyncjava.deadlocks");

    private Debug() {
    }
}
