package org.asyncjava.runtime;

/** Where an asynchronous method stands, read from the constant that its machine carries. */
final class SourcePosition {
    private static final int CLASS = 0;
    private static final int METHOD = 1;
    private static final int FILE = 2;
    private static final int LINES = 3;

    private final String[] parts;
    private final int state;

    private SourcePosition(String source, int state) {
        this.parts = source.split("\0", -1);
        this.state = state;
    }

    static SourcePosition of(Continuation<?> call) {
        return new SourcePosition(call.source(), call.place());
    }

    static SourcePosition of(HotCall call) {
        return new SourcePosition(call.hotSource(), HotState.point(HotFields.state(call)));
    }

    /** Of a call that has ended. */
    static SourcePosition of(String source) {
        return of(source, Continuation.COMPLETED);
    }

    static SourcePosition of(String source, int state) {
        return new SourcePosition(source, state);
    }

    /** Simple class name and method name. */
    String method() {
        String className = parts[CLASS];
        return className.substring(className.lastIndexOf('.') + 1) + "." + parts[METHOD];
    }

    /** Tells whether a method has this name. */
    boolean isNamed(String method) {
        return parts[METHOD].equals(method);
    }

    /** Tells whether a frame is of the method: its kick-off or its body. */
    boolean isOf(StackWalker.StackFrame frame) {
        return isOf(frame.getClassName(), frame.getMethodName());
    }

    /** Tells whether a frame is of the method: its kick-off or its body. */
    boolean isOf(StackTraceElement frame) {
        return isOf(frame.getClassName(), frame.getMethodName());
    }

    private boolean isOf(String className, String method) {
        return method.equals(parts[METHOD]) && className.equals(parts[CLASS]);
    }

    /**
     * Tells whether the method is in a package.
     *
     * @param prefix the package's name with a dot
     */
    boolean isIn(String prefix) {
        return parts[CLASS].startsWith(prefix);
    }

    /** The line of the suspension point where it stands; 0 if it does not stand at one or the line is not known. */
    int line() {
        String[] lines = parts[LINES].split(",");
        return state >= 1 && state <= lines.length && !lines[0].isEmpty() ? Integer.parseInt(lines[state - 1]) : 0;
    }

    /** Tells whether it stands at an await that is not the method's first. */
    boolean isBehindFirstAwait() {
        return state > 1;
    }

    /** As a frame of a stack trace. */
    StackTraceElement frame() {
        return frame(null);
    }

    /**
     * As a frame of a stack trace.
     *
     * @param mark printed before the class, where other frames have the name of a class loader; null for none
     */
    StackTraceElement frame(String mark) {
        String file = parts[FILE].isEmpty() ? null : parts[FILE];
        return new StackTraceElement(mark, null, null, parts[CLASS], parts[METHOD], file, line() == 0 ? -1 : line());
    }

    /** As asyncio prints a coroutine: {@code <Demo.fetch() running at Demo.java:14>}. */
    @Override
    public String toString() {
        String place = line() == 0 ? "" : " at " + parts[FILE] + ":" + line();
        return "<" + method() + "() " + life() + place + ">";
    }

    /** For messages: {@code Demo.fetch (Demo.java:14)}. */
    String described() {
        return method() + (line() == 0 ? "" : " (" + parts[FILE] + ":" + line() + ")");
    }

    private String life() {
        if (state == Continuation.UNSTARTED) {
            return "created";
        }
        return state < 0 ? "done" : "running";
    }
}
