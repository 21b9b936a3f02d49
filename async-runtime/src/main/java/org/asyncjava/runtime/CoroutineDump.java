package org.asyncjava.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * What the tasks of this process wait for: for tasks what a thread dump is for threads.
 *
 * <pre>{@code
 * System.err.println(CoroutineDump.text());
 * }</pre>
 *
 * <p>Each task that has not ended, and each method that is suspended on a loop, with the lines of its awaits, and what it waits for, drawn as a tree of who waits
 * for whom; those who wait for one another in a circle are named as a deadlock, also through locks and semaphores that are held by {@code hold()} or
 * {@code with(...)}. A loop that is in a step shows the stack of its thread: so a loop that is blocked says where.
 *
 * <p>For any thread, at any time: nobody is stopped or asked, so that it tells of loops that are blocked too; what changes meanwhile may be seen half changed.
 * Nothing is noted for it while the program runs. With {@code -Dasyncjava.debug=true} it also knows strands that nobody on another loop waits for, methods on no
 * loop, where and when tasks were made, for how long they have waited, and their locals.
 *
 * @since 0.1.0
 */
@NullMarked
public final class CoroutineDump {
    private CoroutineDump() {
    }

    /**
     * To be read.
     *
     * @return the text, in lines
     */
    public static String text() {
        return DumpText.of(new Snapshot());
    }

    /**
     * For programs.
     *
     * @return an object of JSON, as docs/observing.md describes it
     */
    public static String json() {
        return DumpJson.of(new Snapshot());
    }
}
