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
        try {
            if (dispatcher instanceof EventLoop loop) {
                loop.callExceptionHandler(new FailureContext("failure after the result was settled from outside", failure, null));
            } else {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
            }
        } catch (Throwable broken) {
            // A handler that fails has no handler of its own: the failure must not reach a completing thread that has nothing to do with it.
            System.getLogger(DroppedFailure.class.getName()).log(System.Logger.Level.ERROR, "exception handler failed", broken);
        }
    }
}
