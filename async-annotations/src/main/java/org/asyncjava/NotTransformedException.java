package org.asyncjava;

/**
 * Thrown by an {@link Await#await await} that reached run time as it was written: its class was not transformed, or the await stands
 * where none may stand.
 *
 * <p>The message names the class and the method that called {@code await} and what to do.
 */
public final class NotTransformedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, where, and the mend
     */
    public NotTransformedException(String message) {
        super(message);
    }

    /** The exception for the method that called {@code Await.await}. */
    static NotTransformedException ofCaller() {
        return ofCaller(new Throwable().getStackTrace());
    }

    static NotTransformedException ofCaller(StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            String className = frame.getClassName();
            if (!className.equals(Await.class.getName()) && !className.equals(NotTransformedException.class.getName())) {
                return new NotTransformedException(message(frame));
            }
        }
        return new NotTransformedException("await was called in a class that was not transformed." + MEND);
    }

    private static final String MEND = " Mark the method @Async and let the async-maven-plugin (goal transform, or transform-test for tests)"
            + " or the command line of async-transformer process its class.";

    private static String message(StackTraceElement frame) {
        return "await was called in " + frame.getClassName() + "." + frame.getMethodName() + ", which was not transformed." + MEND;
    }
}
