package org.asyncjava.runtime;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The values of all {@link ContextVar}s in one place of a program: asyncio's {@code contextvars.Context}.
 *
 * <p>A task has a context of its own, a copy of that of the code which made it; a callback runs in a copy of that of the code which registered
 * it. A coroutine that is awaited shares the context of who awaits it. A method that returns a {@code CompletableFuture} runs in its
 * caller's context up to its first suspension, and goes on in a copy of it, on whatever thread.
 *
 * <p>Copying is quick: values are shared until they are set. A context is not thread-safe; it belongs to one piece of code at a time.
 *
 * @since 0.1.0
 */
@NullMarked
public final class Context {
    /** Replaced, never changed. */
    private Map<ContextVar<?>, Object> values;

    /** What identifies this context and those that go on for it, so that a token of one is good for the other. */
    private final Object lineage;

    /** What {@link Carriers} have captured, while no thread runs in this context. */
    private Object[] carried;

    private boolean entered;

    /** The {@link WorkElsewhere} that the code in here is part of; null if it is part of none. */
    Object partOf;

    /** Makes a context in which no variable has a value. */
    public Context() {
        this(Map.of(), new Object());
    }

    private Context(Map<ContextVar<?>, Object> values, Object lineage) {
        this.values = values;
        this.lineage = lineage;
    }

    /**
     * A copy of the context of the running code.
     *
     * @return a new context
     */
    public static Context copyOfCurrent() {
        Context copy = captured(ThreadState.current());
        return copy == null ? new Context() : copy;
    }

    /**
     * A context with the same values.
     *
     * @return a new context
     */
    public Context copy() {
        Context copy = new Context(values, new Object());
        copy.carried = carried;
        copy.partOf = partOf;
        return copy;
    }

    /**
     * Calls something in this context, on the calling thread. What it sets stays in here.
     *
     * @param <T> the type of the result
     * @param call what to call
     * @return what it returned
     * @throws IllegalStateException when this context is entered already
     */
    public <T extends @Nullable Object> T call(Supplier<T> call) {
        Objects.requireNonNull(call, "call");
        if (entered) {
            throw new IllegalStateException("cannot enter context: " + this + " is already entered");
        }
        ThreadState thread = ThreadState.current();
        Context outer = enter(thread, this);
        entered = true;
        try {
            return call.get();
        } finally {
            entered = false;
            leave(thread, outer);
        }
    }

    /**
     * Runs something in this context, as {@link #call} does.
     *
     * @param program what to run
     * @throws IllegalStateException when this context is entered already
     */
    public void run(Runnable program) {
        Objects.requireNonNull(program, "program");
        call(() -> {
            program.run();
            return null;
        });
    }

    /**
     * Binds a callback to this context: {@code loop.callSoon(context.wrap(callback))} is asyncio's {@code call_soon(callback, context=context)}.
     *
     * @param callback what to run
     * @return what runs it in this context
     */
    public Runnable wrap(Runnable callback) {
        Objects.requireNonNull(callback, "callback");
        return new InContext(this, callback);
    }

    /**
     * The value that a variable has in here.
     *
     * @param <T> the type of the value
     * @param variable the variable
     * @param otherwise the result where it has none
     * @return the value
     */
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> T get(ContextVar<T> variable, T otherwise) {
        return (T) values.getOrDefault(Objects.requireNonNull(variable, "variable"), otherwise);
    }

    /**
     * The variables that have a value in here.
     *
     * @return an unmodifiable picture of them with their values
     */
    public Map<ContextVar<?>, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    boolean has(ContextVar<?> variable) {
        return values.containsKey(variable);
    }

    void put(ContextVar<?> variable, Object value) {
        Map<ContextVar<?>, Object> changed = new HashMap<>(values);
        changed.put(variable, value);
        values = changed;
    }

    void remove(ContextVar<?> variable) {
        Map<ContextVar<?>, Object> changed = new HashMap<>(values);
        changed.remove(variable);
        values = changed;
    }

    Object lineage() {
        return lineage;
    }

    /** The thread's context, made when a variable is set for the first time. */
    static Context ofThread(ThreadState thread) {
        if (thread.context == null) {
            thread.context = new Context();
        }
        return thread.context;
    }

    /** The context in which a variable is to be set. That of a thread itself lasts as long as the thread. */
    static Context forSetting(ThreadState thread) {
        Context context = ofThread(thread);
        if (thread.isOutside() && !context.entered) {
            thread.keep();
        }
        return context;
    }

    /** What a task or callback that is registered now starts with; null: nothing. */
    static Context captured(ThreadState thread) {
        Context current = thread.context;
        if (current == null && !Carriers.PRESENT) {
            return null;
        }
        Context copy = current == null ? new Context() : current.copy();
        copy.capture();
        return copy;
    }

    /** What a method that is suspended now goes on with: a copy of its caller's at first, then its own. Null: nothing. */
    static Context goingOn(ThreadState thread, Context own) {
        Context current = thread.context;
        if (current == null && !Carriers.PRESENT) {
            return null;
        }
        Context next = own;
        if (own == null || own != current) {
            next = current == null ? new Context() : current.sharing();
        }
        next.capture();
        return next;
    }

    /** One that goes on for this one. */
    private Context sharing() {
        Context next = new Context(values, lineage);
        next.partOf = partOf;
        return next;
    }

    private void capture() {
        if (Carriers.PRESENT) {
            carried = Carriers.capture();
        }
    }

    /** Has a thread run in another context; what it had is returned, for {@link #leave}. */
    static Context enter(ThreadState thread, Context inner) {
        Context outer = thread.context;
        if (Carriers.PRESENT) {
            outer = ofThread(thread);
            outer.capture();
        }
        replace(thread, inner);
        return outer;
    }

    /** Has a thread run in a further context within {@link #enter}. */
    static void replace(ThreadState thread, Context inner) {
        if (thread.context != inner) {
            thread.context = inner;
        }
        carry(inner);
    }

    /** Gives a thread what a context has carried along while the thread did not run in it. */
    static void carry(Context entered) {
        if (Carriers.PRESENT) {
            Carriers.restore(entered == null ? null : entered.carried);
        }
    }

    /** Gives a thread back what it had; returns what it ran in, with what was set meanwhile. */
    static Context leave(ThreadState thread, Context outer) {
        Context left = thread.context;
        if (Carriers.PRESENT) {
            left = ofThread(thread);
            left.capture();
        }
        replace(thread, outer);
        return left;
    }

    /** A callback that will run in a copy of the context that is current now. */
    static Runnable capturing(Runnable callback) {
        Context context = captured(ThreadState.current());
        return context == null ? callback : new InContext(context, callback);
    }

    /** A callback of a future that will run in a copy of the context that is current now. */
    static <T> Consumer<T> capturing(Consumer<T> callback) {
        Context context = captured(ThreadState.current());
        return context == null ? callback : new ContextCallback<>(context, callback);
    }

    @Override
    public String toString() {
        return ShortText.of(this, () -> "<Context " + ShortText.of(values) + ">");
    }
}
