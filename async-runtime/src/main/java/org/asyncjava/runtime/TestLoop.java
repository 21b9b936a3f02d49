package org.asyncjava.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A loop for tests. Its time is virtual: its clock starts at 0 and stands still while anything can run; when nothing can it jumps to the next
 * timer, so that sleeping takes no time. Everything runs in the same order each time. {@link #inRealTime} makes one whose time passes by itself.
 *
 * <pre>{@code
 * try (TestLoop test = new TestLoop()) {
 *     Task<String> reply = test.start(askWithin(Duration.ofSeconds(5)));
 *     test.advanceBy(Duration.ofSeconds(4));
 *     assertFalse(reply.isDone());
 *     test.advanceBy(Duration.ofSeconds(1));
 *     assertTrue(reply.isDone());
 * }
 * }</pre>
 *
 * <p>While something of this loop awaits {@link EventLoop#call code on another loop}, {@code on(executor, ...)} or {@code toThread}, and while a call of
 * {@code runInExecutor} runs, time stands still; it goes on for what that code asks of this loop, by {@code call} or {@code runCoroutineThreadsafe}. Of what
 * other threads do besides, a virtual clock knows nothing: it may jump over a time limit before they complete a stage, and code elsewhere waits in vain for
 * what this loop would do later in some other way.
 *
 * <p>{@link #close} fails the test if a task or a suspended method is left over, if a failure reached the loop's exception handler, or if the
 * test has made a coroutine that was never awaited: on this loop, or on the thread that has made it, outside of loops. The last is watched in JVMs that
 * are started with {@code -Dasyncjava.tests=true}, as {@code async-junit} starts them, or in debug mode.
 *
 * <p>Confined to one thread at a time; the one that makes it closes it.
 *
 * @since 0.1.0
 */
@NullMarked
public final class TestLoop implements AutoCloseable {
    private final LoopClock clock;
    private final long begin;
    private final EventLoop loop;
    private final List<FailureContext> reported = new ArrayList<>();
    private final ThreadState thread = ThreadState.current();
    private final Object outer = thread.unawaited;
    private final Unawaited unawaited = new Unawaited();

    /** Makes a loop. Replace its exception handler to allow failures that nobody catches. */
    public TestLoop() {
        this(new VirtualClock());
    }

    private TestLoop(LoopClock clock) {
        this.clock = clock;
        begin = clock.now();
        loop = new EventLoop(clock);
        loop.setExceptionHandler((where, failure) -> reported.add(failure));
        loop.unawaited = unawaited;
        thread.unawaited = unawaited;
    }

    /**
     * Makes a loop with the clock on the wall, for tests with threads, servers and files of their own.
     *
     * @return a new loop, which fails the test for the same reasons
     */
    public static TestLoop inRealTime() {
        return new TestLoop(LoopClock.SYSTEM);
    }

    /**
     * Makes a bare loop whose clock starts at 0 and jumps.
     *
     * @return a new loop
     */
    public static EventLoop withVirtualTime() {
        return new EventLoop(new VirtualClock());
    }

    /**
     * Runs a program so that every {@code Coroutines.run} that it calls on this thread uses virtual time.
     *
     * @param program the program
     */
    public static void virtualTime(Runnable program) {
        Objects.requireNonNull(program, "program");
        ThreadState state = ThreadState.current();
        Supplier<? extends Dispatcher> outer = state.loopFactory;
        state.loopFactory = TestLoop::withVirtualTime;
        try {
            program.run();
        } finally {
            state.loopFactory = outer;
        }
    }

    /**
     * The loop.
     *
     * @return the loop
     */
    public EventLoop loop() {
        return loop;
    }

    /**
     * How much time has passed.
     *
     * @return the time since this object was made
     */
    public Duration elapsed() {
        return Duration.ofNanos(clock.now() - begin);
    }

    /**
     * Makes a task, which runs when the loop is run next.
     *
     * @param <T> the type of the result
     * @param main a coroutine that has not started
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> start(Awaitable<T> main) {
        return loop.createTask(Objects.requireNonNull(main, "main"));
    }

    /**
     * Runs to the end of a coroutine, through as much time as it takes.
     *
     * @param <T> the type of the result
     * @param main a coroutine that has not started, or a task of this loop
     * @return its result; its failure is thrown as it is
     */
    public <T extends @Nullable Object> T run(Awaitable<T> main) {
        return loop.runUntilComplete(main);
    }

    /** Runs what can run without time passing. */
    public void runUntilIdle() {
        loop.turns.runUntilIdle();
    }

    /**
     * Lets time pass: runs everything that is due up to then, each at its time.
     *
     * @param duration how much; not negative
     * @throws IllegalStateException when time is not virtual
     */
    public void advanceBy(Duration duration) {
        if (!clock.isVirtual()) {
            throw new IllegalStateException("the time of this loop is real: it passes by itself, in run()");
        }
        if (Objects.requireNonNull(duration, "duration").isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + duration);
        }
        long until = Nanos.after(clock.now(), Nanos.of(duration));
        loop.turns.runUntilIdle();
        while (loop.scheduler.timers().isDueBy(until)) {
            clock.awaitUntil(loop.scheduler.timers().firstTime());
            loop.turns.runUntilIdle();
        }
        clock.awaitUntil(until);
    }

    /**
     * Cancels what is left over, lets it clean up, closes generators that were left open and then the loop.
     *
     * @throws AssertionError when something was left over, a failure was reported that nobody caught, or a coroutine was never awaited
     */
    @Override
    public void close() {
        if (loop.isClosed()) {
            return;
        }
        List<TestFindings.Unfinished> unfinished = new ArrayList<>();
        loop.tasks.living().forEach(task -> unfinished.add(new TestFindings.Unfinished(task.toString(), task.getStack())));
        loop.hotCalls.sources().forEach(method -> unfinished.add(new TestFindings.Unfinished("<method " + method + ">", List.of())));
        Runner.cancelLeftovers(loop);
        Runner.closeGenerators(loop);
        loop.close();
        if (thread.unawaited == unawaited) {
            thread.unawaited = outer;
        }
        TestFindings findings = new TestFindings(unfinished, reported, unawaited.inOrder());
        if (!findings.areNone()) {
            throw findings.asError();
        }
    }
}
