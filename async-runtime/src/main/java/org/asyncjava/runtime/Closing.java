package org.asyncjava.runtime;

/** How closing ends. */
final class Closing {
    private Closing() {
    }

    /**
     * Something that was on its way out cannot be closed.
     *
     * @param failure what closes it
     * @param another what closing has thrown
     */
    static void suppress(Throwable failure, Throwable another) {
        if (failure != another) {
            failure.addSuppressed(another);
        }
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
