package org.asyncjava.runtime;

import java.util.List;

/**
 * A task, or a method that returns a future, in a dump.
 *
 * @param call the {@link Task} or the {@link HotCall}
 * @param name of a task its name, of a method class and method
 * @param loop the number of its loop; 0 for a method on none
 * @param created where it was made, in debug mode; empty otherwise
 * @param place where it stands
 */
record DumpedCall(Object call, String name, int loop, String created, Place place) {
    /**
     * Where a task or method stands.
     *
     * @param state what it does: {@code waiting}, {@code running}, {@code ready} or {@code new}
     * @param stack the lines of its awaits, innermost first
     * @param waitsFor the text of what it waits for; empty if it does not wait
     * @param awaited the tasks and methods that it waits for
     * @param isHeld whether those have what it waits for, and do not end it: a lock, a permit
     */
    record Place(String state, List<StackTraceElement> stack, String waitsFor, List<Object> awaited, boolean isHeld) {
        Place {
            stack = List.copyOf(stack);
            awaited = List.copyOf(awaited);
        }
    }

    List<StackTraceElement> stack() {
        return place.stack;
    }

    String waitsFor() {
        return place.waitsFor;
    }

    List<Object> awaited() {
        return place.awaited;
    }
}
