package org.asyncjava.runtime;

import org.asyncjava.runtime.abi.ClosingSignal;

/** How the closing of a generator ends. */
final class Closing {
    private Closing() {
    }

    /**
     * A signal has come out of a body.
     *
     * @param given the one that went in
     * @param thrown the one that came out: another one if the body closes a generator around it
     * @throws Throwable what resources of the body met when they were closed, which the signal has suppressed
     */
    static void ended(ClosingSignal given, ClosingSignal thrown) {
        if (thrown != given) {
            throw thrown;
        }
        Throwable[] met = thrown.getSuppressed();
        if (met.length > 0) {
            for (int i = 1; i < met.length; i++) {
                met[0].addSuppressed(met[i]);
            }
            throw Sneaky.<RuntimeException>rethrow(met[0]);
        }
    }
}
