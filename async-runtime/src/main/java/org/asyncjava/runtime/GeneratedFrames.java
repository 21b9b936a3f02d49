package org.asyncjava.runtime;

/**
 * Tells the frames of what the transformer has written from those of the program. Generated code has no line numbers, and a body that the program
 * has written stands on the stack directly inside of what calls it: its machine, its kick-off, or a bridge between it and its machine.
 */
final class GeneratedFrames {
    private static final String MACHINE = "$Async";
    private static final String BRIDGE = "$resume";
    private static final int NATIVE = -2;

    private GeneratedFrames() {
    }

    /** Tells whether a frame is of a machine. */
    static boolean isMachine(StackTraceElement frame) {
        if (frame.getLineNumber() >= 0) {
            return false;
        }
        String name = frame.getClassName();
        int number = name.lastIndexOf(MACHINE) + MACHINE.length();
        return number > MACHINE.length() && number < name.length() && name.chars().skip(number).allMatch(Character::isDigit);
    }

    /**
     * Tells whether a frame is of the method that calls a body: the kick-off, which has its name, or a bridge. A body has no lines either where the class
     * has none; of two frames of one name that follow each other the first is the body.
     *
     * @param frame any frame
     * @param body the program's frame directly inside of it; null if there is none
     */
    static boolean isCallerOf(StackTraceElement frame, StackTraceElement body) {
        return body != null && isWithoutLine(frame) && frame.getClassName().equals(body.getClassName())
                && (isSameMethod(frame, body) || frame.getMethodName().equals(body.getMethodName() + BRIDGE));
    }

    /** Tells whether a frame of the runtime is the body of an async method, which programs call by its name: its machine is around it. */
    static boolean isBody(StackTraceElement frame, StackTraceElement around) {
        return isMachine(around) && around.getClassName().startsWith(frame.getClassName() + "$" + frame.getMethodName());
    }

    static boolean isSameMethod(StackTraceElement frame, StackTraceElement other) {
        return frame.getMethodName().equals(other.getMethodName()) && frame.getClassName().equals(other.getClassName());
    }

    /** Tells whether a method has no line numbers, as all of the transformer's have none. */
    static boolean isWithoutLine(StackTraceElement frame) {
        return frame.getLineNumber() < 0 && frame.getLineNumber() != NATIVE;
    }
}
