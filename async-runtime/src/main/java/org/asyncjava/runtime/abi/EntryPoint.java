package org.asyncjava.runtime.abi;

import org.asyncjava.runtime.RunEntries;

/**
 * Called from methods that are marked {@code @AsyncEntry}.
 *
 * @since 0.1.0
 */
public final class EntryPoint {
    private EntryPoint() {
    }

    /**
     * Runs the body to its end.
     *
     * @param machine a machine that has not started
     * @return the result; the failure is thrown as it is
     * @throws IllegalStateException when a loop runs on this thread already
     */
    public static Object run(ColdMachine<?> machine) {
        return RunEntries.run(machine);
    }
}
