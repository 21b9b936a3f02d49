package org.asyncjava.runtime;

import java.util.List;

/**
 * A task, or a method that returns a future, in a dump.
 *
 * @param call the {@link Task} or the {@link HotCall}
 * @param name of a task its name, of a method class and method
 * @param loop the number of its loop; 0 for a method on none
 * @param past what is known of how it came there
 * @param place where it stands
 */
record DumpedCall(Object call, String name, int loop, Past past, Place place) {
    /**
     * How a task or method came to where it stands, in debug mode.
     *
     * @param created where it was made; empty if that is not known
     * @param age how many nanoseconds ago; negative if that is not known
     * @param waited for how many nanoseconds it has waited; negative if it does not, or that is not known
     */
    record Past(String created, long age, long waited) {
        static final Past UNKNOWN = new Past("", -1, -1);
    }

    /**
     * Where a task or method stands.
     *
     * @param state what it does: {@code waiting}, {@code running}, {@code ready} or {@code new}
     * @param stack its awaits, innermost first
     * @param waiting what it waits for
     */
    record Place(String state, List<DumpedFrame> stack, DumpedWait waiting) {
        Place {
            stack = List.copyOf(stack);
        }
    }

    List<DumpedFrame> stack() {
        return place.stack;
    }

    /** The text of what it waits for; empty if it does not wait. */
    String waitsFor() {
        return place.waiting.shown().get();
    }

    List<Object> awaited() {
        return place.waiting.awaited();
    }
}
