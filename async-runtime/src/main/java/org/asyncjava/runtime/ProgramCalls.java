package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The calls of a stack or a stack trace as a program knows them: without the runtime's frames and those of generated code. Only where the innermost
 * call is an async method of the runtime, as {@code Coroutines.race} is, that is named.
 */
final class ProgramCalls {
    private static final String RUNTIME = ProgramCalls.class.getPackageName() + ".";
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.SHOW_REFLECT_FRAMES); // as in stack traces

    private final List<StackTraceElement> calls = new ArrayList<>();
    private StackTraceElement inner;
    private StackTraceElement innerOfRuntime;

    private ProgramCalls() {
    }

    /**
     * The calls on the current stack, innermost first.
     *
     * @param most how many at most
     * @param isEnd tells where they end
     */
    static List<StackTraceElement> onStack(int most, Predicate<StackTraceElement> isEnd) {
        return STACK.walk(frames -> in(frames.map(StackWalker.StackFrame::toStackTraceElement), most, isEnd));
    }

    /**
     * The calls among some frames.
     *
     * @param frames the innermost first
     * @param most how many at most
     * @param isEnd tells where they end
     */
    static List<StackTraceElement> in(Stream<StackTraceElement> frames, int most, Predicate<StackTraceElement> isEnd) {
        ProgramCalls found = new ProgramCalls();
        frames.takeWhile(frame -> !isEnd.test(frame) && found.calls.size() < most).forEach(found::add);
        return found.calls;
    }

    private void add(StackTraceElement frame) {
        boolean isProgram = !frame.getClassName().startsWith(RUNTIME) && !isGenerated(frame) && !isReflection(frame.getClassName());
        if (isProgram) {
            calls.add(frame);
        } else if (calls.isEmpty() && innerOfRuntime != null && GeneratedFrames.isBody(innerOfRuntime, frame)) {
            calls.add(innerOfRuntime); // where that awaits it counts
        }
        inner = isProgram ? frame : null;
        innerOfRuntime = isProgram ? null : frame;
    }

    private static boolean isReflection(String className) {
        return className.startsWith("java.lang.reflect.") || className.startsWith("jdk.internal.reflect.");
    }

    private boolean isGenerated(StackTraceElement frame) {
        return frame.isNativeMethod() || GeneratedFrames.isMachine(frame) || GeneratedFrames.isCallerOf(frame, inner);
    }

    /**
     * Tells whether an exception was thrown while some calls stood on the stack, the innermost of them at whatever line.
     *
     * @param thrown the calls of the exception
     * @param calls not empty
     */
    static boolean isThrownWithin(List<StackTraceElement> thrown, List<StackTraceElement> calls) {
        int within = thrown.size() - calls.size();
        if (within < 0 || !GeneratedFrames.isSameMethod(thrown.get(within), calls.get(0))) {
            return false;
        }
        for (int call = 1; call < calls.size(); call++) {
            StackTraceElement frame = thrown.get(within + call);
            if (!GeneratedFrames.isSameMethod(frame, calls.get(call)) || frame.getLineNumber() != calls.get(call).getLineNumber()) {
                return false;
            }
        }
        return true;
    }
}
