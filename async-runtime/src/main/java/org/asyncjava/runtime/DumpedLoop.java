package org.asyncjava.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A loop in a dump.
 *
 * @param number from 1 on
 * @param kind {@code loop}, {@code strand} or {@code hosted loop}
 * @param thread the name of the thread that runs it; empty if none does
 * @param state {@code in a step}, {@code in the step that asks}, {@code waiting}, {@code idle}, {@code not running} or {@code closing}
 * @param step the stack of its thread, while it is in a step: down to what the loop runs
 */
record DumpedLoop(int number, String kind, String thread, String state, List<StackTraceElement> step) {
    /** What runs a step, from the outermost inwards. */
    private static final Set<String> BELOW_STEPS = Set.of(Scheduler.class.getName(), LoopRecorder.class.getName(), SlowCallbacks.class.getName(), Dispatch.class.getName(), HotDrive.class.getName(), Task.class.getName(),
            Chain.class.getName(), Continuation.class.getName(), HotContinuation.class.getName(), HotFields.class.getName());

    DumpedLoop {
        step = List.copyOf(step);
    }

    /** The calls of a step, innermost first, without the names of class loaders. */
    static List<StackTraceElement> stepOf(StackTraceElement[] stack) {
        int end = 0;
        while (end < stack.length && !stack[end].getClassName().equals(Scheduler.class.getName())) {
            end++;
        }
        StackTraceElement[] folded = FoldedTrace.of(Arrays.copyOf(stack, end));
        int calls = folded.length;
        while (calls > 0 && (FoldedTrace.isDriver(folded[calls - 1]) || BELOW_STEPS.contains(folded[calls - 1].getClassName()))) {
            calls--;
        }
        return PlainFrames.of(Arrays.copyOf(folded, calls));
    }
}
