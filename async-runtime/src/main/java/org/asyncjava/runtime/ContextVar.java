package org.asyncjava.runtime;

import java.util.NoSuchElementException;
import java.util.Objects;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A variable whose value belongs to the running task instead of the thread: Python's {@code contextvars.ContextVar}.
 *
 * <pre>{@code
 * static final ContextVar<String> USER = new ContextVar<>("user");
 *
 * ContextVar.Token<String> before = USER.set("ann");
 * try {
 *     await(handle(request));
 * } finally {
 *     USER.reset(before);
 * }
 * }</pre>
 *
 * <p>What a task sets, tasks that it makes later see, but neither its maker nor its siblings do: see {@link Context}. Works on every thread,
 * also outside a loop, where a thread has a context of its own.
 *
 * @param <T> the type of the values
 * @since 0.1.0
 */
@NullMarked
public final class ContextVar<T extends @Nullable Object> {
    private final String name;
    private final T fallback;
    private final boolean hasFallback;

    /**
     * What {@link #set} has replaced.
     *
     * @param <T> the type of the values
     * @since 0.1.0
     */
    public static final class Token<T extends @Nullable Object> {
        private enum Life { FRESH, USED }

        private final ContextVar<T> variable;
        private final Object lineage;
        private final boolean hadValue;
        private final T oldValue;
        private Life life = Life.FRESH;

        private Token(ContextVar<T> variable, Context context) {
            this.variable = variable;
            this.lineage = context.lineage();
            this.hadValue = context.has(variable);
            this.oldValue = context.get(variable, null);
        }

        /**
         * The variable that was set.
         *
         * @return the variable
         */
        public ContextVar<T> variable() {
            return variable;
        }

        /**
         * The value that the variable had.
         *
         * @return the value; null also if it had none
         */
        public @Nullable T oldValue() {
            return oldValue;
        }
    }

    /**
     * Makes a variable without a default.
     *
     * @param name for messages
     */
    public ContextVar(String name) {
        this(name, null, false);
    }

    private ContextVar(String name, T fallback, boolean hasFallback) {
        this.name = Objects.requireNonNull(name, "name");
        this.fallback = fallback;
        this.hasFallback = hasFallback;
    }

    /**
     * Makes a variable with a default.
     *
     * @param <T> the type of the values
     * @param name for messages
     * @param value the value where none was set, may be null
     * @return a new variable
     */
    public static <T extends @Nullable Object> ContextVar<T> withDefault(String name, T value) {
        return new ContextVar<>(name, value, true);
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The value in the running code's context.
     *
     * @return what was set, or the default
     * @throws NoSuchElementException when there is neither
     */
    public T get() {
        Context context = ThreadState.current().context;
        if (context != null && context.has(this)) {
            return context.get(this, null);
        }
        if (hasFallback) {
            return fallback;
        }
        throw new NoSuchElementException("no value: " + this);
    }

    /**
     * The value in the running code's context.
     *
     * @param otherwise the result where none was set, also if there is a default
     * @return what was set, or {@code otherwise}
     */
    public T get(T otherwise) {
        Context context = ThreadState.current().context;
        return context == null ? otherwise : context.get(this, otherwise);
    }

    /**
     * Sets the value in the running code's context.
     *
     * @param value the value, may be null
     * @return what gives the old value back, see {@link #reset}
     */
    public Token<T> set(T value) {
        Context context = Context.forSetting(ThreadState.current());
        Token<T> token = new Token<>(this, context);
        context.put(this, value);
        return token;
    }

    /**
     * Gives the variable the value back that it had before a {@link #set}, or none.
     *
     * @param token what that call has returned
     * @throws IllegalArgumentException when it is another variable's, or of another context
     * @throws IllegalStateException when it was used before
     */
    public void reset(Token<T> token) {
        Objects.requireNonNull(token, "token");
        if (token.life == Token.Life.USED) {
            throw new IllegalStateException("the token has already been used once: " + this);
        }
        if (token.variable != this) {
            throw new IllegalArgumentException("the token was created by a different ContextVar: " + token.variable);
        }
        Context context = ThreadState.current().context;
        if (context == null || context.lineage() != token.lineage) {
            throw new IllegalArgumentException("the token was created in a different Context: " + this);
        }
        token.life = Token.Life.USED;
        if (token.hadValue) {
            context.put(this, token.oldValue);
        } else {
            context.remove(this);
        }
    }

    @Override
    public String toString() {
        return ShortText.of(this, () -> "<ContextVar " + name + (hasFallback ? " default=" + ShortText.of(fallback) : "") + ">");
    }
}
