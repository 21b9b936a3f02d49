package org.asyncjava.runtime;

import java.util.List;

/**
 * A call on the stack of a task or method, in a dump.
 *
 * @param position where it awaits
 * @param locals the variables that it keeps, in debug mode
 */
record DumpedFrame(StackTraceElement position, List<DumpedLocal> locals) {
}
