package org.asyncjava;

/**
 * Thrown by an {@link Await#await await}, or another marker such as {@link Emit#emit emit}, that reached run time as it was written: its
 * class was not transformed, or the marker stands where none may stand.
 *
 * <p>The message names the class and the method that called the marker and what to do.
 *
 * @since 0.1.0
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

    /**
     * The exception for whoever called a marker: a method that a transformer replaces.
     *
     * @param marker the class that has the method; not null
     * @param name how messages call the method; not null
     * @return a new exception
     */
    public static NotTransformedException of(Class<?> marker, String name) {
        return of(marker, name, new Throwable().getStackTrace());
    }

    static NotTransformedException of(Class<?> marker, String name, StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            String className = frame.getClassName();
            if (!className.equals(marker.getName()) && !className.equals(NotTransformedException.class.getName())) {
                return new NotTransformedException(name + " was called in " + className + "." + writtenName(frame.getMethodName())
                        + ", but " + className + CAUSE);
            }
        }
        return new NotTransformedException(name + " was called, but its class" + CAUSE);
    }

    /** A marker that no tool refused stands in a class that no tool has seen: whether the method is marked makes no difference. */
    private static final String CAUSE = " was compiled and then not transformed. One of these has to process it:"
            + " the compiler plugin (async-compiler on javac's processor path; from JDK 23 on javac runs no processor that is only on the class"
            + " path unless it is told so with -proc:full),"
            + " the async-maven-plugin (goal transform in the phase process-classes, transform-test in process-test-classes for tests; an IDE"
            + " that compiles by itself runs neither),"
            + " the command line of async-transformer, after compiling,"
            + " or the agent (-javaagent), when the class is loaded.";

    /** javac puts the body of a lambda into a method with a name of its own. */
    private static String writtenName(String method) {
        String[] parts = method.split("\\$");
        return parts.length == 3 && parts[0].equals("lambda") ? (parts[1].equals("new") ? "<init>" : parts[1]) + " (in a lambda)" : method;
    }
}
