package org.asyncjava.runtime;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Where a suspended method that returns a {@code CompletableFuture} goes on when its operand is done.
 *
 * <p>At a suspension the method notes {@link #current()}; when the operand completes, on whatever thread, the rest of the method is
 * handed to that dispatcher, and {@code current()} is that dispatcher again while it runs. With no dispatcher the method goes on at once
 * on the completing thread, as a dependent of a {@code CompletableFuture} does; after a {@code sleep} it goes on where {@link #setDefault}
 * says.
 *
 * <p>An {@link EventLoop} is a dispatcher, and is the current one of everything that runs on it. A thread that has its own loop, such as
 * that of a user interface or of a network library, is made known with one line:
 *
 * <pre>{@code
 * SwingUtilities.invokeLater(() -> Dispatcher.install(SwingUtilities::invokeLater));
 * }</pre>
 *
 * <p>A dispatcher that refuses ({@link #execute} throws, for instance {@link RejectedExecutionException}) makes the {@code await} throw that
 * exception, on the completing thread, so that {@code finally} blocks run.
 *
 * @since 0.1.0
 */
@FunctionalInterface
@NullMarked
public interface Dispatcher extends Executor {
    /**
     * Runs a piece of work, now or later, here or on another thread.
     *
     * @param resumption what to run, exactly once
     * @throws RejectedExecutionException if it will not be run
     */
    @Override
    void execute(Runnable resumption);

    /**
     * The dispatcher in force on the calling thread.
     *
     * @return the running event loop, or what {@link #install} or {@link #call} set; empty if there is none
     */
    static Optional<Dispatcher> current() {
        return Optional.ofNullable(ThreadState.current().dispatcherInForce());
    }

    /**
     * Sets the dispatcher of the calling thread, from now on.
     *
     * @param executor what resumes the methods that suspend on this thread; null for none
     * @throws IllegalStateException on a thread that is running an event loop, which is its own dispatcher
     */
    static void install(@Nullable Executor executor) {
        ThreadState state = ThreadState.current();
        if (state.loop != null) {
            throw new IllegalStateException("this thread runs an event loop, which is its dispatcher; "
                    + "use Dispatcher.call(executor, ...) for a single call");
        }
        state.dispatcher = of(executor);
        if (executor != null) {
            state.keep();
        } else if (state.context == null) {
            state.letGo();
        }
    }

    /**
     * Calls something with another dispatcher in force on the calling thread, for the duration of the call. Methods that are suspended in it go
     * on with that dispatcher, also if they are resumed before the call has ended.
     *
     * <pre>{@code
     * CompletableFuture<Report> report = Dispatcher.call(pool, () -> buildReport(id));   // goes on in the pool after its first suspension
     * }</pre>
     *
     * @param <T> what the call yields
     * @param executor what resumes the methods that suspend during the call; null for none
     * @param call what to call, on the calling thread
     * @return what the call returned
     */
    static <T extends @Nullable Object> T call(@Nullable Executor executor, Supplier<T> call) {
        ThreadState state = ThreadState.current();
        Dispatcher before = state.dispatcher;
        boolean away = state.away;
        Dispatcher called = of(executor);
        try {
            state.away = !state.isHomeOf(called) && called != state.loop;
            state.dispatcher = called;
            return Objects.requireNonNull(call, "call").get();
        } finally {
            state.dispatcher = before;
            state.away = away;
        }
    }

    /**
     * Sets where methods go on that have no dispatcher, when what they await is brought about by a thread of this library's, as
     * {@link Coroutines#sleep sleep} is where no loop runs. Otherwise these go on in virtual threads where the JVM has them, and in
     * {@link java.util.concurrent.CompletableFuture#defaultExecutor} where it has none. Takes effect at once, for the whole JVM. Any thread.
     *
     * @param executor what resumes such methods, each on its own; no dispatcher is in force while they run. Null: as at first
     */
    static void setDefault(@Nullable Executor executor) {
        DefaultDispatch.set(executor);
    }

    /**
     * Where methods go on that have no dispatcher, when what they await is brought about by a thread of this library's.
     *
     * @return what {@link #setDefault} has set, otherwise what there is without that; never null
     */
    static Executor defaultExecutor() {
        return DefaultDispatch.get();
    }

    /**
     * An executor as a dispatcher. Two dispatchers of one executor are equal, and resuming from one to the other is no change.
     *
     * @param executor any executor, also one that is a dispatcher already; null gives null
     * @return a dispatcher that runs what it is given with {@code executor}
     */
    static @Nullable Dispatcher of(@Nullable Executor executor) {
        if (executor == null || executor instanceof Dispatcher) {
            return (Dispatcher) executor;
        }
        return new ExecutorDispatcher(executor);
    }
}
