package org.asyncjava.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Runs callbacks and tasks on one thread, one after the other, in the order of asyncio's event loop: first in, first out; what a callback
 * adds runs in the next turn. A loop with nothing to do parks its thread.
 *
 * <p>Confined to the thread that runs it, except for {@link #callSoonThreadsafe}, {@link #execute}, {@link #call}, {@link #isRunning},
 * {@link #isClosed}, {@link #isInStep} and {@link #time}. A method that would add work to a closed loop throws {@link RejectedExecutionException}.
 *
 * @since 0.1.0
 */
@NullMarked
public final class EventLoop extends Loop implements AutoCloseable {
    private static final String NO_SCOPE = "; elsewhere use TaskGroup.open(g -> ...); a method that returns a CompletableFuture starts at once anyway";

    /** Any thread. */
    volatile ExceptionHandling exceptions = ExceptionHandling.LOGGED;

    /** What runs the turns. */
    final Pump pump;

    final Scheduler scheduler;
    final LoopTasks tasks = new LoopTasks(this);

    /** Null while none was handled. */
    private Signals signals;
    /** Null while it was not asked for. */
    private DefaultExecutor defaultExecutor;

    /** What is to be reported at the end. Any thread. */
    final UnretrievedFailures unretrieved = new UnretrievedFailures();

    /** Null where somebody else runs the turns. */
    final Turns turns;

    /** Null while nobody waits from outside. */
    private LoopEnd end;

    /** When the group ends that runs this loop; null for a loop of its own. Set before anybody else knows the loop. */
    GroupEnd groupEnd;

    private boolean debug;
    /** Null for the usual limit, as long as nobody watches. */
    private SlowCallbacks slowCallbacks;

    /** Makes a loop on the system's monotonic clock. It holds no thread until it runs. */
    public EventLoop() {
        this(LoopClock.SYSTEM);
    }

    EventLoop(LoopClock clock) {
        this(loop -> new OwnThread(clock));
    }

    EventLoop(LoopHost host, HostKind kind, LoopClock clock) {
        this(loop -> new HostTurns(loop, host, kind, clock));
    }

    private EventLoop(Function<EventLoop, Pump> pumps) {
        this.pump = pumps.apply(this);
        this.scheduler = new Scheduler(this, pump);
        this.turns = pump instanceof OwnThread ? new Turns(this, scheduler) : null;
        setDebug(Debug.ENABLED);
        LiveLoops.made(this);
    }

    /**
     * The loop whose turns a host runs on its thread: of a user interface, of a network library, of an executor. There is one for each host, until the
     * host ends; then what is left is cancelled and what remains is refused. It is the current loop on the host's thread also between its turns, so
     * that a button's listener may make tasks. Nobody runs, stops or closes it.
     *
     * <pre>{@code
     * EventLoop loop = EventLoop.hosted(LoopHost.swing());
     * button.addActionListener(event -> loop.createTask(load()));
     * }</pre>
     *
     * <p>What the host's {@link LoopHost#onEnd onEnd} throws is thrown here, and there is no loop then: it would never hear of the host's end.
     *
     * @param host whose thread
     * @return the loop; the same for an equal host
     */
    public static EventLoop hosted(LoopHost host) {
        Objects.requireNonNull(host, "host");
        EventLoop loop = (EventLoop) HostedLoops.of(host, of -> new EventLoop(of, HostKind.HOST, LoopClock.SYSTEM));
        ((HostTurns) loop.pump).learnOfEnd();
        return loop;
    }

    /**
     * A strand: a loop that runs one thing at a time on whatever threads an executor has. Each turn sees what the one before has written; but it is not
     * one thread: a {@link ThreadLocal} is that of whatever thread runs the turn. It holds no thread while there is nothing to do. Nobody runs, stops or
     * closes it, and it is garbage when nobody holds it or anything that is to go on with it.
     *
     * <p>When the executor refuses to run a turn, what would have gone on in that turn goes on at once where it was woken, with the refusal thrown at
     * its await.
     *
     * @param executor where the turns run
     * @return a new loop
     */
    public static EventLoop on(Executor executor) {
        return executor instanceof TestThreads test ? test.strand() : new EventLoop(new StrandHost(executor), HostKind.STRAND, LoopClock.SYSTEM);
    }

    /** What gives a strand its turns; null of another loop. */
    HostTurns strandTurns() {
        return pump instanceof HostTurns turns && turns.isStrand() ? turns : null;
    }

    /**
     * Tells whether this loop is in debug mode.
     *
     * @return true after {@code setDebug(true)}, or if the JVM was started with {@code -Dasyncjava.debug=true}
     */
    @Override
    public boolean isDebug() {
        return debug;
    }

    /**
     * Switches debug mode: calls from a wrong thread are errors, slow callbacks are logged with the line that blocked, and tasks, futures and
     * callbacks tell where they were made. That coroutines are never awaited, or tasks wait for one another in a circle, is noticed only in a JVM
     * started with {@code -Dasyncjava.debug=true}.
     *
     * @param on whether it is on from now
     */
    public void setDebug(boolean on) {
        debug = on;
        scheduler.watch(on ? slowCallbacks() : null);
    }

    /**
     * Says from when on debug mode calls a callback slow; 100 ms otherwise. It counts for the callback that is running, too.
     *
     * @param duration how long a callback may run
     */
    public void setSlowCallbackDuration(Duration duration) {
        slowCallbacks().limit(Nanos.of(Objects.requireNonNull(duration, "duration")));
    }

    /**
     * From when on debug mode calls a callback slow.
     *
     * @return how long a callback may run
     */
    public Duration slowCallbackDuration() {
        return Duration.ofNanos(slowCallbacks().limit());
    }

    /**
     * Has a callback run in the next turn.
     *
     * @param callback what to run
     * @return a handle to take it back with
     */
    public Handle callSoon(Runnable callback) {
        Handle handle = noted(new SoonHandle(Context.capturing(Objects.requireNonNull(callback, "callback"))));
        requireOpen();
        ready(handle);
        return handle;
    }

    private <H extends Handle> H noted(H handle) {
        if (debug) {
            CreationSites.note(handle);
        }
        return handle;
    }

    /**
     * Has a callback run from any thread; wakes the loop. Callbacks of one thread keep their order.
     *
     * @param callback what to run
     * @return a handle to take it back with, from any thread
     */
    public Handle callSoonThreadsafe(Runnable callback) {
        Handle handle = noted(new SentHandle(Context.capturing(Objects.requireNonNull(callback, "callback"))));
        execute(handle);
        return handle;
    }

    /** As {@link #callSoonThreadsafe}, for what is not taken back. */
    void send(Runnable callback) {
        execute(Context.capturing(callback));
    }

    /**
     * Has a callback run after a time.
     *
     * @param delay how long; zero or negative: as soon as possible
     * @param callback what to run
     * @return a handle to take it back with
     */
    public TimerHandle callLater(Duration delay, Runnable callback) {
        return callAt(Nanos.after(time(), Nanos.signed(Objects.requireNonNull(delay, "delay"))), callback);
    }

    /**
     * Has a callback run at a time. Of two callbacks with the same time the one that was registered first runs first.
     *
     * @param when a time in nanoseconds as {@link #time()} tells it; {@link Long#MAX_VALUE}: never
     * @param callback what to run
     * @return a handle to take it back with
     */
    public TimerHandle callAt(long when, Runnable callback) {
        TimerHandle handle = noted(new TimerHandle(this, when, Context.capturing(Objects.requireNonNull(callback, "callback"))));
        addTimer(when, handle);
        return handle;
    }

    /**
     * The loop's clock: monotonic, of arbitrary origin, never negative. Any thread.
     *
     * @return nanoseconds
     */
    @Override
    public long time() {
        return scheduler.now();
    }

    /** Runs a command on the loop, from any thread, as {@link #callSoonThreadsafe} does. */
    @Override
    public void execute(Runnable command) {
        Objects.requireNonNull(command, "command");
        requireOpen();
        if (isOwnThread()) {
            scheduler.add(command);
        } else if (!scheduler.addFromAnyThread(command)) {
            throw closed();
        }
    }

    /**
     * Makes a task of a coroutine. Its first step runs in the next turn.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started, or anything else to await
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine) {
        return createTask(coroutine, TaskOptions.DEFAULT);
    }

    /**
     * Makes a task of code that is written in place. None of it runs before the next turn.
     *
     * @param <T> the type of the result
     * @param code the code
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> createTask(AsyncSupplier<T> code) {
        return createTask(InPlace.coroutine(Objects.requireNonNull(code, "code")));
    }

    /**
     * Makes a task with a name.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started, or anything else to await
     * @param name the name; null for {@code Task-N}
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, @Nullable String name) {
        return createTask(coroutine, new TaskOptions(name, TaskOptions.Start.SOON, null));
    }

    /**
     * Makes a task with options.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started, or anything else to await
     * @param options name, start, context
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, TaskOptions options) {
        return tasks.create(Objects.requireNonNull(coroutine, "coroutine"), options);
    }

    /**
     * Code that runs on this loop as a task of its own, to be awaited anywhere: in a task of this loop or of another one, in a method that returns a
     * {@code CompletableFuture}. It is sent to the loop when the returned coroutine is awaited, and whoever awaits goes on where he would
     * otherwise, with the code's result or failure. Any thread; the loop has to run.
     *
     * <pre>{@code
     * Page page = await(renderer.call(() -> render(document)));   // render awaits on the renderer's loop, this method on its own
     * }</pre>
     *
     * <p>The task runs in a copy of the context of who awaits it. Cancelling the await asks the task to end, and the await ends when the task has; code
     * that the loop has not begun with never runs. A loop that is closed, or is being closed before the code has ended, makes the await throw a
     * {@link RejectedExecutionException}.
     *
     * @param <T> the type of the result
     * @param code the code
     * @return a coroutine with the code's result
     */
    public <T extends @Nullable Object> Coroutine<T> call(AsyncSupplier<T> code) {
        return new CallOnLoop<>(this, Objects.requireNonNull(code, "code"));
    }

    /**
     * Calls something that blocks on a thread of this loop's own pool, which is made when it is first needed.
     *
     * @param <T> the type of the result
     * @param call what blocks
     * @return what to await; cancelled before the call has begun it prevents the call, later it does not interrupt it
     * @throws RejectedExecutionException when the pool was shut down
     */
    public <T extends @Nullable Object> Deferred<T> runInExecutor(Callable<? extends T> call) {
        return runInExecutor(threads().get(), call);
    }

    /**
     * Calls something that blocks on an executor.
     *
     * @param <T> the type of the result
     * @param executor where
     * @param call what blocks
     * @return what to await; cancelled before the call has begun it prevents the call, later it does not interrupt it
     * @throws RejectedExecutionException when the executor refuses
     */
    public <T extends @Nullable Object> Deferred<T> runInExecutor(Executor executor, Callable<? extends T> call) {
        Objects.requireNonNull(call, "call");
        requireOpen();
        return ExecutorCall.start(call, Objects.requireNonNull(executor, "executor"), this);
    }

    /** Where calls that block run: of a strand in threads that all strands share, unless it has been given some. */
    DefaultExecutor threads() {
        if (defaultExecutor == null) {
            defaultExecutor = pump.newDefaultExecutor();
        }
        return defaultExecutor;
    }

    /** Who waits for the loop from outside, and what becomes of them and the rest when it is closed. */
    LoopEnd end() {
        if (end == null) {
            end = new LoopEnd(this, scheduler);
        }
        return end;
    }

    /** A future of this loop has an outcome. */
    void settled(LoopFuture<?> future) {
        if (end != null) {
            end.settled(future);
        }
    }

    private SlowCallbacks slowCallbacks() {
        if (slowCallbacks == null) {
            slowCallbacks = new SlowCallbacks(100_000_000);
        }
        return slowCallbacks;
    }

    /**
     * Replaces the pool that {@link #runInExecutor(Callable)} uses. The loop shuts it down when it is closed, also if it was replaced again; calls
     * that a pool before it has taken run to their end.
     *
     * @param executor the threads
     */
    public void setDefaultExecutor(ExecutorService executor) {
        threads().replace(Objects.requireNonNull(executor, "executor"));
    }

    /**
     * The pool that {@link #runInExecutor(Callable)} uses: what {@link #setDefaultExecutor} has set, otherwise one of this loop's own, which is made
     * when it is first needed or asked for.
     *
     * @return the threads
     * @throws RejectedExecutionException when it was shut down
     */
    public Executor defaultExecutor() {
        return threads().get();
    }

    /**
     * Shuts the pool down, and the threads of {@code toThread}: they take no more calls.
     *
     * @param limit how long to wait for the calls that it has taken
     * @return what to await for their end: true if they have ended, false if time was up
     */
    public Deferred<Boolean> shutdownDefaultExecutor(Duration limit) {
        return threads().shutDown(Nanos.of(Objects.requireNonNull(limit, "limit")), this);
    }

    /**
     * Has a callback run on this loop whenever the process gets a signal. It replaces what the JVM would do, until it is removed or the loop
     * is closed. Ctrl-C, for instance: {@code loop.addSignalHandler("INT", main::cancel)}.
     *
     * @param name the signal's name without {@code SIG}: {@code INT}, {@code TERM}, {@code HUP}
     * @param callback what to run
     * @throws IllegalArgumentException when there is no such signal, the JVM keeps it for itself, or the process was started with it ignored
     * @throws UnsupportedOperationException when the JVM offers no signals
     */
    public void addSignalHandler(String name, Runnable callback) {
        requireOpen();
        if (signals == null) {
            signals = new Signals(this);
        }
        signals.handle(name, callback);
    }

    /**
     * Gives a signal back to whoever handled it before.
     *
     * @param name the signal's name without {@code SIG}
     * @return false if this loop did not handle it
     */
    public boolean removeSignalHandler(String name) {
        return signals != null && signals.remove(name);
    }

    /**
     * Runs until {@link #stop} is called.
     *
     * @throws IllegalStateException when this loop runs already, or another one on this thread
     */
    public void runForever() {
        pump.requireRunnable();
        turns.runUntil(() -> false);
    }

    /**
     * Runs until something has ended. An interrupt of the thread asks it for cancellation; the thread is interrupted again afterwards.
     *
     * @param <T> the type of the result
     * @param main a task, a deferred, or a coroutine to make a task of
     * @return its result; its failure is thrown as it is
     * @throws IllegalStateException when the loop runs already, or was stopped before the end
     */
    public <T extends @Nullable Object> T runUntilComplete(Awaitable<T> main) {
        Objects.requireNonNull(main, "main");
        pump.requireRunnable();
        return turns.untilEnd(main);
    }

    /**
     * Ends {@link #runForever} after the current turn; before it runs: after its first turn.
     *
     * @throws IllegalStateException when somebody else runs the loop
     */
    public void stop() {
        pump.requireRunnable();
        turns.stop();
    }

    /**
     * Ends the loop. What other threads have sent is run, callbacks that have a handle are cancelled, and whoever waits from outside for
     * something of this loop is refused with a {@link RejectedExecutionException}. Tasks that have not ended are reported, and get that exception
     * at their await, so that their {@code finally} blocks run. Generators that are open stay so: a {@link Runner} closes them before. Failures that
     * nobody has asked for are reported. A closed loop cannot run again.
     * Closing twice does nothing.
     *
     * @throws IllegalStateException when the loop runs, or somebody else runs it
     */
    @Override
    public void close() {
        if (isRunning()) {
            throw new IllegalStateException("Cannot close a running event loop");
        }
        if (isClosed()) {
            return;
        }
        pump.requireRunnable();
        takeNothing();
        turns.onThisThread(end()::settleEverything);
        endClosing();
        unretrieved.report();
    }

    private void takeNothing() {
        beginToClose();
        scheduler.closeInbox();
        end().call("shutting down the loop's executor", threads()::shutDown);
        if (signals != null) {
            end().call("giving a signal back", signals::removeAll);
        }
    }

    /** The host has ended: what is left is cancelled, cleans up as far as that needs nobody else, and is refused. On the thread that runs the loop. */
    void endWithHost(ThreadState thread) {
        HostedLoops.ended(this);
        end().cancelEverything(thread);
        takeNothing();
        end().settleEverything(thread);
        endClosing();
        unretrieved.report();
    }

    /**
     * Tells whether a thread runs this loop. Any thread.
     *
     * @return true if so
     */
    public boolean isRunning() {
        return isOnThread();
    }

    /**
     * Tells whether the calling thread is in a step of a loop: of a task, a callback or a method that goes on there. All else on that loop waits for its end, so
     * that this is where nothing may block. It is not while the loop itself waits for something to do, nor on a host's thread between two turns. For what
     * finds calls that block, which may ask on any thread and as often as it likes.
     *
     * @return true if so
     */
    public static boolean isInStep() {
        ThreadState thread = ThreadState.orNull();
        return thread != null && thread.loop != null && ((EventLoop) thread.loop).scheduler.isInTurn();
    }

    /**
     * Tells whether {@link #close} was called. Any thread.
     *
     * @return true if so
     */
    public boolean isClosed() {
        return !isOpen();
    }

    /**
     * Says what happens with failures that nobody can catch: of callbacks, and of tasks that nobody asks for their outcome.
     *
     * @param handler is given this loop and what is known, and runs in the context of the task or callback that has failed. Of one that fails
     *     itself two things are logged: what it was told, and its own failure. null: the default, which logs to {@code System.Logger} {@code org.asyncjava}
     */
    public void setExceptionHandler(@Nullable BiConsumer<EventLoop, FailureContext> handler) {
        exceptions = ExceptionHandling.by(handler, this);
    }

    /**
     * What was set to hear of failures that nobody can catch.
     *
     * @return the handler; empty for the default, which logs
     */
    public Optional<BiConsumer<EventLoop, FailureContext>> exceptionHandler() {
        return Optional.ofNullable(exceptions.handler());
    }

    /**
     * Reports a failure to the exception handler. A handler that fails is reported by the default one.
     *
     * @param context what is known
     */
    @Override
    public void callExceptionHandler(FailureContext context) {
        exceptions.report(Objects.requireNonNull(context, "context"));
    }

    @Override
    void ready(Runnable callback) {
        if (isAtEnd()) {
            throw closed();
        }
        requireOwnThread();
        scheduler.add(callback);
    }

    /** Runs a task's next step, or what else goes on here. Any thread; never throws. Of a closed loop nothing is left to run. */
    void resume(Runnable task) {
        if (isOwnThread()) {
            scheduler.add(task);
        } else {
            scheduler.addFromAnyThread(task);
        }
    }

    @Override
    void addTimer(long when, Timers.Timer timer) {
        requireOpen();
        requireOwnThread();
        scheduler.addTimer(when, timer);
    }

    @Override
    void timerCancelled() {
        if (isOwnThread()) {
            scheduler.timers().noteCancelled();
        } else {
            scheduler.addFromAnyThread(() -> scheduler.timers().noteCancelled());
        }
    }

    @Override
    <T> Awaiter<T> start(Coroutine<T> coroutine) {
        return createTask(coroutine).awaiter();
    }

    @Override
    boolean isInTask() {
        return tasks.current() != null;
    }

    @Override
    boolean isStrict() {
        return debug || pump instanceof HostTurns;
    }

    @Override
    boolean isUsableHere() {
        return pump.isCurrent();
    }

    /** The loop that runs on the current thread, or whose host that thread belongs to; null if there is none. */
    static EventLoop on(ThreadState thread) {
        return (EventLoop) Loop.on(thread);
    }

    /**
     * The loop on which what is suspended here goes on: the one that runs on the thread, unless another dispatcher is in force, as in a method that was
     * called with one. Null if there is none. It is what a scope asks for, whose code goes on after an await: it may touch what belongs to a loop on that
     * loop alone. What only times or wakes somebody, or is done at once, asks for the one that runs here, {@link #on(ThreadState)}.
     */
    static EventLoop goingOn(ThreadState thread) {
        EventLoop loop = on(thread);
        return loop != null && thread.dispatcherInForce() == loop ? loop : null;
    }

    /**
     * The loop that runs on this thread.
     *
     * @param what what needs it, for the message
     * @throws IllegalStateException when there is none
     */
    static EventLoop require(String what) {
        return (EventLoop) Loop.require(what);
    }

    /**
     * As {@link #require}, for what starts something that somebody has to see end.
     *
     * @param what what needs it, for the message
     * @throws IllegalStateException when there is none
     */
    static EventLoop requireOrScope(String what) {
        return (EventLoop) Loop.require(what, NO_SCOPE);
    }
}
