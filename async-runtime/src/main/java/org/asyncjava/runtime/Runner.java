package org.asyncjava.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Runs several coroutines one after the other on one loop and in one context: asyncio's {@code Runner}. {@code Coroutines.run} is a runner for one.
 *
 * <pre>{@code
 * try (Runner runner = new Runner()) {
 *     Connection connection = runner.run(connect());
 *     runner.run(serve(connection));
 * }
 * }</pre>
 *
 * <p>Tasks that are left over when a coroutine ends stand still until the next one runs. {@link #close} cancels them. Confined to one thread.
 *
 * @since 0.1.0
 */
@NullMarked
public final class Runner implements AutoCloseable {
    /** How long the end waits for calls in the loop's pool of threads, as asyncio does. */
    private static final Duration THREADS_END = Duration.ofMinutes(5);

    private enum Life { CREATED, OPEN, CLOSED }

    private final Supplier<EventLoop> loopFactory;
    private Life life = Life.CREATED;
    private EventLoop loop;
    /** What the runs share; null as long as there is nothing in it. */
    private Context context;

    /** Makes a runner. Its loop is made when it is first needed. */
    public Runner() {
        this(Runner::newLoop);
    }

    /**
     * Makes a runner for a loop of one's own.
     *
     * @param loopFactory makes the loop, when it is first needed; the runner closes it
     */
    public Runner(Supplier<EventLoop> loopFactory) {
        this.loopFactory = Objects.requireNonNull(loopFactory, "loopFactory");
    }

    /** Runs a coroutine to its end on a loop that nothing else runs on. */
    static <T> T runAlone(Awaitable<T> main) {
        try (Runner runner = new Runner()) {
            return runner.run(main);
        }
    }

    private static EventLoop newLoop() {
        Supplier<? extends Dispatcher> factory = ThreadState.current().loopFactory;
        return factory == null ? new EventLoop() : (EventLoop) factory.get();
    }

    /**
     * The loop.
     *
     * @return one and the same loop
     * @throws IllegalStateException when this runner is closed
     */
    public EventLoop loop() {
        if (life == Life.CLOSED) {
            throw new IllegalStateException("Runner is closed");
        }
        if (life == Life.CREATED) {
            loop = Objects.requireNonNull(loopFactory.get(), "the loop that the factory made");
            life = Life.OPEN;
        }
        return loop;
    }

    /**
     * Runs a coroutine to its end. An interrupt of the thread asks it for cancellation; the thread is interrupted again afterwards.
     *
     * @param <T> the type of the result
     * @param main the coroutine
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException when a loop runs on this thread already, or this runner is closed
     */
    public <T extends @Nullable Object> T run(Awaitable<T> main) {
        Task<T> task = taskOf(main, context);
        try {
            return loop.runUntilComplete(task);
        } finally {
            context = task.context();
        }
    }

    /**
     * Runs a coroutine to its end in a context of one's own.
     *
     * @param <T> the type of the result
     * @param main the coroutine
     * @param ownContext the context, which is used as it is
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException when a loop runs on this thread already, or this runner is closed
     */
    public <T extends @Nullable Object> T run(Awaitable<T> main, Context ownContext) {
        Task<T> task = taskOf(main, Objects.requireNonNull(ownContext, "ownContext"));
        return loop.runUntilComplete(task);
    }

    private <T> Task<T> taskOf(Awaitable<T> main, Context initial) {
        Objects.requireNonNull(main, "main");
        Turns.requireNoLoopHere("run() cannot be called from a running event loop");
        return loop().createTask(main, new TaskOptions(null, TaskOptions.Start.SOON, initial));
    }

    /**
     * Has this runner run the entry points, methods that are marked {@code @AsyncEntry}, that are called on this thread: on its loop and in its
     * context, one after the other, as {@link #run(Awaitable)} does, instead of each on a loop of its own. So what sets a test up, the test and
     * what clears up after it share a loop. Until the returned object is closed, or another runner takes over for a time.
     *
     * <pre>{@code
     * try (Runner runner = new Runner(TestLoop::withVirtualTime); Runner.Entries entries = runner.runEntries()) {
     *     test.setUp();
     *     test.ordersAreShipped();
     * }
     * }</pre>
     *
     * <p>{@code Coroutines.run} minds nothing of it, nor do entry points on other threads. Entry points that are called after this runner is
     * closed are refused.
     *
     * @return to be closed, on this thread
     * @throws IllegalStateException when this runner is closed
     */
    public Entries runEntries() {
        if (life == Life.CLOSED) {
            throw new IllegalStateException("Runner is closed");
        }
        return new RunEntries(this);
    }

    /**
     * The time for which a runner runs the entry points that are called on a thread. Hold it until it is closed.
     *
     * @since 0.1.0
     */
    public sealed interface Entries extends AutoCloseable permits RunEntries {
        /**
         * From now on what ran entry points before does so again. Closing twice does nothing.
         *
         * @throws IllegalStateException on another thread, or while another runner, which has taken over meanwhile, still runs them
         */
        @Override
        void close();
    }

    /**
     * Cancels tasks and hot methods that are left over and gives them the time to clean up, closes generators that were left open, newest first,
     * ends the loop's pool of threads, and closes the loop. Closing twice does nothing.
     *
     * @throws IllegalStateException when the loop runs
     */
    @Override
    public void close() {
        Life before = life;
        if (before == Life.OPEN && loop.isRunning()) {
            throw new IllegalStateException("Cannot close a running event loop");
        }
        life = Life.CLOSED;
        if (before != Life.OPEN || loop.isClosed()) {
            return;
        }
        try {
            cancelLeftovers(loop);
            closeGenerators(loop);
            endThreads(loop);
        } finally {
            loop.close();
        }
    }

    /** Tasks as asyncio does; hot methods that stand on the loop, also those that clean-up code starts, as long as there are any. */
    static void cancelLeftovers(EventLoop loop) {
        cancelLeftovers(loop, loop.tasks.living());
    }

    /** As {@link #cancelLeftovers(EventLoop)} for tasks that were found before. */
    static void cancelLeftovers(EventLoop loop, List<Task<?>> leftovers) {
        if (loop.isDebug()) {
            LoopReports.ONE.cancelsRest(loop);
        }
        CancelWalk.cancelAll(leftovers);
        loop.hotCalls.cancelAll();
        if (!leftovers.isEmpty() || !loop.hotCalls.isEmpty()) {
            Deferred<?> tasksEnded = Gather.outcomes(loop, leftovers);
            runUntil(loop, () -> {
                loop.hotCalls.cancelAll();
                return tasksEnded.isDone() && loop.hotCalls.isEmpty();
            });
        }
        leftovers.forEach(Runner::reportFailure);
        loop.turns.runReady();
    }

    /** Generators that are still reachable, and have something to do when they are closed. */
    static void closeGenerators(EventLoop loop) {
        Task<Void> closing = loop.tasks.closeGenerators();
        if (closing != null) {
            runUntil(loop, closing::isDone);
        }
    }

    /** A stop of the loop that clean-up code asks for does not cut the end short. */
    static void runUntil(EventLoop loop, BooleanSupplier done) {
        while (!done.getAsBoolean()) { // it may hold already, with nothing left that would wake the loop
            loop.turns.runUntil(done);
        }
    }

    private static void reportFailure(Task<?> task) {
        if (!task.isCancelled() && task.exception() != null) {
            task.loop.callExceptionHandler(new FailureContext("unhandled exception during run() shutdown", task.exception(), task));
        }
    }

    /** Ends the loop's pool of threads and waits for what that has been given. */
    static void endThreads(EventLoop loop) {
        List<ExecutorService> threads = loop.threads().shutDown();
        if (threads.isEmpty()) {
            return;
        }
        Deferred<Boolean> ended = loop.shutdownDefaultExecutor(THREADS_END);
        runUntil(loop, ended::isDone);
        if (!ended.result()) {
            loop.callExceptionHandler(new FailureContext("The executor did not finish joining its threads within "
                    + THREADS_END.toSeconds() + " seconds.", null, threads));
        }
    }
}
