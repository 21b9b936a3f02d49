package org.asyncjava.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A loop for tests. Its time is virtual: its clock starts at 0 and stands still while anything can run; when nothing can it jumps to the next
 * timer, so that sleeping takes no time. Everything that has its turns on it runs in the same order each time. {@link #inRealTime} makes one whose time passes by itself.
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
 * <p>Calls of {@code toThread}, and what {@link #executor} is given, have turns as tasks have: the loop waits for one until it has ended or waits for something
 * itself, so that they run one after the other, in the same order each time. Executors of the program's own run as they like.
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
    private static final Runnable NOTHING = () -> { };
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    /** Within this time after that a seed has its tests begin. */
    private static final Duration CALENDAR = Duration.ofDays(40 * 365);

    /** The time of a test's loop as a calendar tells it. */
    private static final class Calendar extends Clock {
        private final TestLoop test;
        private final Instant begin;
        private final ZoneId zone;

        private Calendar(TestLoop test, Instant begin, ZoneId zone) {
            this.test = test;
            this.begin = begin;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Calendar(test, begin, other);
        }

        @Override
        public Instant instant() {
            return begin.plus(test.elapsed());
        }
    }

    private final LoopClock clock;
    private final long seed;
    private final long begin;
    private final EventLoop loop;
    private final List<FailureContext> reported = new ArrayList<>();
    private final ThreadState thread = ThreadState.current();
    private final Object outer = thread.unawaited;
    private final Unawaited unawaited = new Unawaited();

    /** Makes a loop. Replace its exception handler to allow failures that nobody catches. */
    public TestLoop() {
        this(new VirtualClock(), 0);
    }

    private TestLoop(LoopClock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
        begin = clock.now();
        loop = new EventLoop(clock);
        loop.setExceptionHandler((where, failure) -> reported.add(failure));
        loop.unawaited = unawaited;
        if (clock.isVirtual()) {
            loop.turns.giveTurnsTo(new TestThreads(loop));
        }
        thread.unawaited = unawaited;
    }

    /**
     * Makes a loop with the clock on the wall, for tests with threads, servers and files of their own.
     *
     * @return a new loop, which fails the test for the same reasons
     */
    public static TestLoop inRealTime() {
        return new TestLoop(LoopClock.SYSTEM, 0);
    }

    /** With virtual time, and random numbers and a calendar of its own. */
    static TestLoop seeded(long seed) {
        return new TestLoop(new VirtualClock(), seed);
    }

    /**
     * Runs a program in many orders, until it fails in one: as often as it is said, each time on a new loop with virtual time, first in asyncio's order, then in
     * others in which tasks, methods and timers that could go on wait for one another. Orders are drawn at random, as probabilistic concurrency testing does
     * and as walks, and listed, those that differ from asyncio's in one place and in two, until there are no more. They are the same each time this is called.
     *
     * <pre>{@code
     * TestLoop.explore(1000, test -> {
     *     Account account = new Account(0);
     *     await(Coroutines.gather(account.deposit(1), account.deposit(1)));
     *     assertEquals(2, account.balance());
     *     return Coroutine.done();
     * });
     * }</pre>
     *
     * <p>What makes no difference to a correct program may differ: who of those that are ready goes first, the order of timers with the same time, of calls on
     * other threads. What was promised holds: callbacks keep their order, nothing comes before what caused it, no time passes while something can run. A
     * program that waits for something that cannot come fails, with what each task waits for. It may not wait for what threads of its own do.
     *
     * @param schedules how many orders at most
     * @param program run anew each time, with its loop; it must not keep anything from run to run
     * @throws AssertionError when it fails under an order other than asyncio's: says who ran when, with as few changes to that order as could be found, and what
     *     {@link #replay} takes; what the program throws in asyncio's order is thrown as it is
     */
    public static void explore(int schedules, AsyncConsumer<TestLoop> program) {
        explore(schedules, 0, program);
    }

    /**
     * As {@link #explore(int, AsyncConsumer)}, with other orders.
     *
     * @param schedules how many orders at most
     * @param seed for other numbers other orders are drawn
     * @param program run anew each time
     */
    public static void explore(int schedules, long seed, AsyncConsumer<TestLoop> program) {
        requireTest(program, NOTHING);
        runAll(Exploration.of(schedules, false, seed), program, NOTHING);
    }

    /**
     * Runs a program as it has failed before.
     *
     * @param schedule what the failure has printed
     * @param program the program
     * @throws AssertionError when it fails again
     * @throws IllegalArgumentException when the schedule is something else
     */
    public static void replay(String schedule, AsyncConsumer<TestLoop> program) {
        replay(schedule, program, NOTHING);
    }

    /**
     * As {@link #replay(String, AsyncConsumer)}, of what {@link #cancelAtEachAwait} has run.
     *
     * @param schedule what the failure has printed
     * @param program the program
     * @param invariant what must hold after it
     */
    public static void replay(String schedule, AsyncConsumer<TestLoop> program, Runnable invariant) {
        requireTest(program, invariant);
        runAll(Exploration.replay(schedule, null), program, invariant);
    }

    /**
     * As {@link #replay(String, AsyncConsumer)}, of what {@link #failAtEachAwait} has run.
     *
     * @param schedule what the failure has printed
     * @param failures makes the failure of the await
     * @param program the program
     * @param invariant what must hold after it
     */
    public static void replay(String schedule, Supplier<? extends Throwable> failures, AsyncConsumer<TestLoop> program, Runnable invariant) {
        requireTest(program, invariant);
        runAll(Exploration.replay(schedule, Objects.requireNonNull(failures, "failures")), program, invariant);
    }

    /**
     * Runs a program once, and then twice for each await at which it was suspended, cancelled there: as soon as it waits, and when what it waited for is there and
     * it is about to go on, so that this is dropped. Then its {@code finally} blocks must run, its tasks end, its resources be closed, locks, permits and items be
     * given back, and the {@code CancellationException} be passed on.
     *
     * <pre>{@code
     * Pool pool = new Pool(2);
     * TestLoop.cancelAtEachAwait(test -> pool.use(connection -> ask(connection)), () -> assertEquals(2, pool.free()));
     * }</pre>
     *
     * @param program run anew each time; it is what is cancelled, not the tasks that it makes
     * @param invariant what must hold after each run
     * @throws AssertionError when something of that is not so: says at which line it was cancelled, and what {@link #replay} takes
     */
    public static void cancelAtEachAwait(AsyncConsumer<TestLoop> program, Runnable invariant) {
        cancelAtEachAwait(1, program, invariant);
    }

    /**
     * As {@link #cancelAtEachAwait(AsyncConsumer, Runnable)}, in many orders.
     *
     * @param schedules how many orders at most, each of them for each await
     * @param program run anew each time
     * @param invariant what must hold after each run
     */
    public static void cancelAtEachAwait(int schedules, AsyncConsumer<TestLoop> program, Runnable invariant) {
        cancelAtEachAwait(schedules, 0, program, invariant);
    }

    /**
     * As {@link #cancelAtEachAwait(int, AsyncConsumer, Runnable)}, with other orders.
     *
     * @param schedules how many orders at most, each of them for each await
     * @param seed for other numbers other orders are drawn
     * @param program run anew each time
     * @param invariant what must hold after each run
     */
    public static void cancelAtEachAwait(int schedules, long seed, AsyncConsumer<TestLoop> program, Runnable invariant) {
        requireTest(program, invariant);
        runAll(Exploration.of(schedules, true, seed), program, invariant);
    }

    /**
     * As {@link #cancelAtEachAwait(AsyncConsumer, Runnable)}, but what is awaited fails. The program may pass that on or deal with it.
     *
     * @param failures makes the failure of each run
     * @param program run anew each time
     * @param invariant what must hold after each run
     */
    public static void failAtEachAwait(Supplier<? extends Throwable> failures, AsyncConsumer<TestLoop> program, Runnable invariant) {
        requireTest(program, invariant);
        runAll(Exploration.failing(1, Objects.requireNonNull(failures, "failures"), 0), program, invariant);
    }

    private static void requireTest(AsyncConsumer<TestLoop> program, Runnable invariant) {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(invariant, "invariant");
    }

    private static void runAll(Exploration exploration, AsyncConsumer<TestLoop> program, Runnable invariant) {
        try {
            for (Optional<Exploration.Run> run = exploration.next(); run.isPresent(); run = exploration.next()) {
                run.get().run(program, invariant);
            }
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
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
     * An executor for a program that wants one: for {@code CompletableFuture}s, {@code on(executor, ...)}, a strand. What it is given runs on a thread, but has its
     * turn as a task has, and the loop waits for it meanwhile. So what happens on it is part of an order, as that of {@link #explore}, and the same each time.
     * The time of strands on it is that of this loop.
     *
     * @return the same each time; for any thread, until this is closed
     * @throws IllegalStateException when time is not virtual
     */
    public Executor executor() {
        TestThreads threads = loop.turns.threads();
        if (threads == null) {
            throw new IllegalStateException("the time of this loop is real: threads run by themselves");
        }
        return threads;
    }

    /**
     * Random numbers that are the same each time the test runs; others for each of the orders that are drawn at random.
     *
     * @return a new source of numbers; several that one test makes give the same
     */
    public Random random() {
        return new Random(seed);
    }

    /**
     * A calendar that goes on with the loop's time, from a moment that is the same each time the test runs; in orders that are drawn at random from others.
     *
     * @return a clock in UTC
     */
    public Clock calendar() {
        return new Calendar(this, seed == 0 ? FIRST : FIRST.plusMillis(Math.floorMod(new Random(seed).nextLong(), CALENDAR.toMillis())), ZoneOffset.UTC);
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
        if (loop.turns.steering() != null) {
            loop.turns.steering().ends();
            loop.turns.steer(null);
        }
        List<TestFindings.Unfinished> unfinished = new ArrayList<>();
        loop.tasks.living().forEach(task -> unfinished.add(new TestFindings.Unfinished(task.toString(), task.getStack())));
        loop.hotCalls.sources().forEach(method -> unfinished.add(new TestFindings.Unfinished("<method " + method + ">", List.of())));
        Runner.cancelLeftovers(loop);
        Runner.closeGenerators(loop);
        loop.close();
        if (clock.isVirtual()) {
            loop.turns.threads().shutDown();
        }
        if (thread.unawaited == unawaited) {
            thread.unawaited = outer;
        }
        TestFindings findings = new TestFindings(unfinished, reported, unawaited.inOrder());
        if (!findings.areNone()) {
            throw findings.asError();
        }
    }
}
