package org.asyncjava.runtime;

/**
 * The log {@code org.asyncjava}, where a report goes that nobody else takes. Never throws: what the logger cannot write, because it is
 * broken or the exception is, goes to the process's error output.
 */
final class FailureLog {
    private FailureLog() {
    }

    static void error(String message, Throwable failure) {
        write(System.Logger.Level.ERROR, message, failure);
    }

    static void warning(String message, Throwable failure) {
        write(System.Logger.Level.WARNING, message, failure);
    }

    /** Tells the calling thread's handler of uncaught exceptions; one that fails itself is logged, with what it was told. */
    static void tellThread(String message, Throwable failure) {
        try {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        } catch (Throwable broken) {
            error(message, failure);
            error("exception handler failed", broken);
        }
    }

    private static void write(System.Logger.Level level, String message, Throwable failure) {
        Throwable printable = PrintableFailure.of(failure);
        try {
            System.getLogger("org.asyncjava").log(level, message, printable);
        } catch (Throwable broken) {
            writeToErrorOutput(level + " " + message, printable, PrintableFailure.of(broken));
        }
    }

    private static void writeToErrorOutput(String message, Throwable failure, Throwable broken) {
        try {
            System.err.println("async-java: " + message);
            if (failure != null) {
                failure.printStackTrace();
            }
            System.err.println("async-java: the logger has failed: " + broken);
        } catch (Throwable nowhere) {
            return; // There is no place left to tell it.
        }
    }
}
