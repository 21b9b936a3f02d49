package org.asyncjava.runtime;

import java.util.Objects;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * How a task is made, other than by default.
 *
 * <pre>{@code createTask(fetch(), TaskOptions.named("fetch").startingAtOnce())}</pre>
 *
 * @param name the name; null for {@code Task-N}
 * @param start when the first step runs
 * @param context what the task runs in; null for a copy of the calling code's context
 * @since 0.1.0
 */
@NullMarked
public record TaskOptions(@Nullable String name, Start start, @Nullable Context context) {
    /**
     * When a task's first step runs.
     *
     * @since 0.1.0
     */
    public enum Start {
        /** In the loop's next turn, in the order of creation. */
        SOON,

        /**
         * While the task is being made, up to the first suspension: asyncio's {@code eager_start}. A coroutine that never suspends has
         * ended when its creator goes on. While the loop does not run, or where such starts are nested deeply, it means {@link #SOON}.
         */
        AT_ONCE
    }

    /** A name that is made up, a start in the next turn, a copy of the calling code's context. */
    public static final TaskOptions DEFAULT = new TaskOptions(null, Start.SOON, null);

    /** Checks the parts. */
    public TaskOptions {
        Objects.requireNonNull(start, "start");
    }

    /**
     * Options with a name.
     *
     * @param name the name; null for {@code Task-N}
     * @return new options
     */
    public static TaskOptions named(@Nullable String name) {
        return new TaskOptions(name, Start.SOON, null);
    }

    /**
     * The same with {@link Start#AT_ONCE}.
     *
     * @return new options
     */
    public TaskOptions startingAtOnce() {
        return new TaskOptions(name, Start.AT_ONCE, context);
    }

    /**
     * The same with a context, which is used as it is: what the task sets stays in there.
     *
     * @param given the context
     * @return new options
     */
    public TaskOptions in(Context given) {
        return new TaskOptions(name, start, Objects.requireNonNull(given, "given"));
    }
}
