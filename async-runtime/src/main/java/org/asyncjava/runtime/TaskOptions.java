package org.asyncjava.runtime;

import java.util.Objects;

/**
 * How a task is made, other than by default.
 *
 * <pre>{@code createTask(fetch(), TaskOptions.named("fetch").startingAtOnce())}</pre>
 *
 * @param name the name; null for {@code Task-N}
 * @param start when the first step runs
 */
public record TaskOptions(String name, Start start) {
    /** When a task's first step runs. */
    public enum Start {
        /** In the loop's next turn, in the order of creation. */
        SOON,

        /**
         * While the task is being made, up to the first suspension: asyncio's {@code eager_start}. A coroutine that never suspends has
         * ended when its creator goes on. While the loop does not run, or where such starts are nested deeply, it means {@link #SOON}.
         */
        AT_ONCE
    }

    /** A name that is made up, and a start in the next turn. */
    public static final TaskOptions DEFAULT = new TaskOptions(null, Start.SOON);

    /** Checks the parts. */
    public TaskOptions {
        Objects.requireNonNull(start, "start");
    }

    /**
     * Options with a name.
     *
     * @param name the name
     * @return new options
     */
    public static TaskOptions named(String name) {
        return new TaskOptions(Objects.requireNonNull(name, "name"), Start.SOON);
    }

    /**
     * The same with {@link Start#AT_ONCE}.
     *
     * @return new options
     */
    public TaskOptions startingAtOnce() {
        return new TaskOptions(name, Start.AT_ONCE);
    }
}
