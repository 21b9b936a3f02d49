package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * A stack trace as whoever has written the program reads it: without what the transformer has written, and with the runtime's own frames folded.
 *
 * <p>What the program has called of the runtime, and what that has called in turn, is one frame, that of the method that the program has called, if there is a frame of the program
 * inside of it; of that which a body calls by itself at its awaits nothing is left. Where a driver is among them, which runs a call on behalf of whoever
 * awaits it, the frame that is left has no line: it tells where the calls on the stack end, and where the trace goes on with those that await them.
 *
 * <p>Async methods of the runtime, as {@code Coroutines.race} is, are calls of the program as any other. What is not inside of any frame of the program stays as it is: an exception that the
 * runtime itself has thrown.
 */
final class FoldedTrace {
    private static final String RUNTIME = FoldedTrace.class.getPackageName() + ".";
    private static final String CALLED_BY_BODIES = RUNTIME + "abi.";
    private static final String ENTRY = CALLED_BY_BODIES + "EntryPoint";

    private final StackTraceElement[] trace;
    private final List<StackTraceElement> left;
    private boolean isInsideProgram;

    private FoldedTrace(StackTraceElement[] trace) {
        this.trace = trace;
        this.left = new ArrayList<>(trace.length);
    }

    /** A trace without those frames; the same if there are none. */
    static StackTraceElement[] of(StackTraceElement[] trace) {
        FoldedTrace folded = new FoldedTrace(trace);
        folded.fold();
        return folded.left.size() == trace.length ? trace : folded.left.toArray(StackTraceElement[]::new);
    }

    /** Tells whether a frame stands where a driver has run the calls inside of it: it is the driver's, or what folding has left of that. */
    static boolean isDriver(StackTraceElement frame) {
        if (!frame.getClassName().startsWith(RUNTIME)) {
            return false;
        }
        return frame.getMethodName().equals("runOnDriver") && frame.getClassName().equals(Continuation.class.getName())
                || frame.getMethodName().equals("step") && frame.getClassName().equals(HotDrive.class.getName())
                || GeneratedFrames.isWithoutLine(frame) && !GeneratedFrames.isMachine(frame) && !LogicalTrace.isAdded(frame);
    }

    private void fold() {
        int at = 0;
        while (at < trace.length) {
            int end = endOfInternal(at);
            if (end > at) {
                leave(at, end);
                at = end;
            } else {
                isInsideProgram |= !isOfRuntime(trace[at]) || isBody(at);
                left.add(trace[at++]);
            }
        }
    }

    private int endOfInternal(int from) {
        int end = from;
        while (end < trace.length && isInternal(end)) {
            end++;
        }
        return end;
    }

    private boolean isInternal(int at) {
        if (isGenerated(at)) {
            return true;
        }
        return isInsideProgram && isOfRuntime(trace[at]) && !isBody(at);
    }

    private static boolean isOfRuntime(StackTraceElement frame) {
        return frame.getClassName().startsWith(RUNTIME) && !LogicalTrace.isAdded(frame);
    }

    private boolean isGenerated(int at) {
        if (GeneratedFrames.isMachine(trace[at])) {
            return true;
        }
        return at > 0 && (GeneratedFrames.isCallerOf(trace[at], left.isEmpty() || left.get(left.size() - 1) != trace[at - 1] ? null : trace[at - 1])
                || trace[at - 1].getClassName().equals(ENTRY) && GeneratedFrames.isWithoutLine(trace[at]));
    }

    private boolean isBody(int at) {
        return at + 1 < trace.length && GeneratedFrames.isBody(trace[at], trace[at + 1]);
    }

    private void leave(int from, int end) {
        int outermost = end - 1;
        while (outermost >= from && (!isOfRuntime(trace[outermost]) || GeneratedFrames.isMachine(trace[outermost]))) {
            outermost--;
        }
        if (outermost < from) {
            return;
        }
        StackTraceElement called = trace[outermost];
        boolean isDriven = false;
        for (int at = from; at <= outermost; at++) {
            isDriven |= isDriver(trace[at]);
        }
        if (isDriven) {
            left.add(new StackTraceElement(called.getClassName(), called.getMethodName(), called.getFileName(), -1));
        } else if (outermost == end - 1 && isCalledByProgram(outermost)) {
            left.add(called);
        }
    }

    private boolean isCalledByProgram(int at) {
        return !isCalledByBodies(trace[at]) && at + 1 < trace.length && !trace[at + 1].getClassName().startsWith("java.");
    }

    /** Tells whether a method is one that bodies call and no program names. */
    private static boolean isCalledByBodies(StackTraceElement frame) {
        return frame.getClassName().startsWith(CALLED_BY_BODIES) || frame.getClassName().equals(GeneratorCall.class.getName());
    }
}
