package org.asyncjava.runtime;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a task or method waits for, in a dump.
 *
 * @param shown makes the text of it, which may ask objects of the program
 * @param awaited the tasks and methods that it waits for, as far as they are known
 * @param end what those have to do with its end
 */
record DumpedWait(Supplier<String> shown, List<Object> awaited, End end) {
    /** How a wait ends. */
    enum End {
        /** Somebody who is not known may end it, or time does. */
        OPEN,
        /** Nothing but those it waits for ends it, by their own end. */
        WITH_THEM,
        /** They have what it waits for, a lock or a permit; others may have some, too. */
        HELD,
        /** They have all there is of what it waits for. */
        HELD_BY_THEM
    }

    /** Of one that does not wait. */
    static final DumpedWait NONE = new DumpedWait(() -> "", List.of(), End.OPEN);

    DumpedWait {
        awaited = List.copyOf(awaited);
    }

    /** Whether those that are known have what it waits for, and do not end it. */
    boolean isHeld() {
        return end == End.HELD || end == End.HELD_BY_THEM;
    }

    /** Whether it cannot end before one of those goes on that are known. */
    boolean isUpToThem() {
        return end == End.WITH_THEM || end == End.HELD_BY_THEM;
    }
}
