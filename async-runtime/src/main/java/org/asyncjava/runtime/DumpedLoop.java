package org.asyncjava.runtime;

import java.util.List;

/**
 * A loop in a dump.
 *
 * @param number from 1 on
 * @param kind {@code loop}, {@code strand} or {@code hosted loop}
 * @param thread the name of the thread that runs it; empty if none does
 * @param state {@code in a step}, {@code in the step that asks}, {@code waiting}, {@code idle}, {@code not running} or {@code closing}
 * @param step the stack of its thread, while it is in a step
 */
record DumpedLoop(int number, String kind, String thread, String state, List<StackTraceElement> step) {
    DumpedLoop {
        step = List.copyOf(step);
    }
}
