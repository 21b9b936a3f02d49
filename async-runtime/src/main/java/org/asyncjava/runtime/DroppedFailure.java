package org.asyncjava.runtime;

/** Where a failure goes that nobody can receive any more, because the result it would have had was settled by somebody else. */
final class DroppedFailure {
    private DroppedFailure() {
    }

    /**
     * Reports a failure to the exception handler of the loop that is the dispatcher, otherwise to the thread's. Never throws.
     *
     * @param failure what nobody received
     * @param dispatcher where the failed method was resumed; null for none
     */
    static void report(Throwable failure, Dispatcher dispatcher) {
        report("failure after the result was settled from outside", failure, dispatcher);
    }

    /**
     * Reports what an object of the program has thrown that was asked to give up, to call back and the like. Never throws.
     *
     * @param what the object's method
     * @param failure what it has thrown
     * @param driver on whose behalf it was asked; null for the code that runs on this thread
     */
    static void reportBroken(String what, Throwable failure, Driver driver) {
        report(what + " has failed", failure, placeOf(driver));
    }

    /**
     * Reports that an object of the program has called back more often than it was asked to. That has no other effect. Never throws.
     *
     * @param what what it has done
     * @param driver on whose behalf it was asked; null for the code that runs on this thread
     */
    static void reportRepeated(String what, Driver driver) {
        reportRepeatedOn(placeOf(driver), what);
    }

    /** As {@link #reportRepeated}, to the handler of a loop, or with no dispatcher to the thread's. */
    static void reportRepeatedOn(Dispatcher dispatcher, String what) {
        report("a repeated call was ignored", new IllegalStateException(what + "; the call was ignored"), dispatcher);
    }

    private static Dispatcher placeOf(Driver driver) {
        if (driver instanceof Operand task) {
            return task.home();
        }
        return driver instanceof HotResumption resumption ? ContextDispatcher.dispatcherOf(resumption.hotCall()) : ThreadState.current().dispatcher;
    }

    private static void report(String message, Throwable failure, Dispatcher dispatcher) {
        if (dispatcher instanceof Loop loop) {
            loop.callExceptionHandler(new FailureContext(message, failure, null));
        } else {
            FailureLog.tellThread(message, failure);
        }
    }
}
