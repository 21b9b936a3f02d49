package org.asyncjava.runtime;

/** Whether the JVM runs in debug mode, {@code -Dasyncjava.debug=true}. A constant, so that what hangs on it costs nothing when it is off. */
final class Debug {
    static final boolean ENABLED = Boolean.getBoolean("asyncjava.debug");

    private Debug() {
    }
}
