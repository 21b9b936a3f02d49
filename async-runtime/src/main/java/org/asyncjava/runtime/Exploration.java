package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one test in other orders than asyncio's, and cancelled at its awaits, until one fails: for what runs tests, as {@code async-junit} does. Others
 * call {@link TestLoop#explore}.
 *
 * <p>The first run that fails is followed by others that look for the fewest switches with which it does, and by one that says so: {@link Run#end} throws in that
 * one alone, so that of all runs of a test one fails. One run at a time; each on its own {@link TestLoop}.
 *
 * @since 0.1.0
 */
@NullMarked
public final class Exploration {
    private enum Phase { SEARCHING, SHRINKING, CONFIRMING, OVER }

    private static volatile boolean begun;

    private final Search search;
    private final boolean isAtEachAwait;
    private final @Nullable Supplier<? extends Throwable> failures;
    private Phase phase = Phase.SEARCHING;
    private Search.@Nullable Order order;
    /** When the order is cancelled in its present run. */
    private Moment moment = Moment.NONE;
    /** How many awaits the order has without a cancellation. */
    private int awaits;
    /** Kinds of what lends of which the test itself, left alone, keeps something. */
    private final Set<Class<?>> kept = new HashSet<>();
    private @Nullable Shrinking shrinking;
    private @Nullable Schedule confirmed;
    private @Nullable Throwable found;
    private String foundIn = "";
    private @Nullable Run running;

    private Exploration(Search search, boolean isAtEachAwait, @Nullable Supplier<? extends Throwable> failures) {
        this.search = search;
        this.isAtEachAwait = isAtEachAwait;
        this.failures = failures;
        begun = true;
    }

    /**
     * Runs in different orders.
     *
     * @param schedules how many orders at most, asyncio's included; there may be fewer
     * @param isCancelledAtEachAwait whether each order is run twice more for each await of the test, cancelled there: when it has begun, and when it is over
     * @param seed of all that is drawn at random
     * @return the runs
     * @throws IllegalArgumentException when there are to be none
     */
    public static Exploration of(int schedules, boolean isCancelledAtEachAwait, long seed) {
        return new Exploration(search(schedules, seed), isCancelledAtEachAwait, null);
    }

    /** As {@link #of}, failed at each await instead of cancelled. */
    static Exploration failing(int schedules, Supplier<? extends Throwable> failures, long seed) {
        return new Exploration(search(schedules, seed), true, failures);
    }

    private static Search search(int schedules, long seed) {
        if (schedules < 1) {
            throw new IllegalArgumentException("a test needs one schedule at least: " + schedules);
        }
        return new Search(schedules, seed);
    }

    /**
     * One run, as a failed test has printed it.
     *
     * @param schedule what was printed
     * @return the run
     * @throws IllegalArgumentException when it is something else
     */
    public static Exploration replay(String schedule) {
        return replay(schedule, null);
    }

    /** As {@link #replay(String)}, of a test that was failed at an await unless there are no failures. */
    static Exploration replay(String schedule, @Nullable Supplier<? extends Throwable> failures) {
        Exploration exploration = new Exploration(new Search(1, 0), false, failures);
        exploration.confirmed = Schedule.parse(schedule);
        exploration.phase = Phase.CONFIRMING;
        return exploration;
    }

    /** Tells whether there has been any in this JVM. */
    static boolean hasBegun() {
        return begun;
    }

    /**
     * The next run.
     *
     * @return it; empty if there is no other
     * @throws IllegalStateException when the one before has not ended
     */
    public Optional<Run> next() {
        if (running != null) {
            throw new IllegalStateException("runs of one test follow one another, and " + running.name() + " has not ended");
        }
        running = switch (phase) {
            case SEARCHING -> nextOrder();
            case SHRINKING -> nextShrunk();
            case CONFIRMING -> confirming();
            case OVER -> null;
        };
        return Optional.ofNullable(running);
    }

    private @Nullable Run nextOrder() {
        Moment next = order == null || !isAtEachAwait ? null : nextMoment();
        moment = next == null ? Moment.NONE : next;
        if (next == null) {
            order = search.next();
            awaits = 0;
        }
        if (order == null) {
            phase = Phase.OVER;
            return null;
        }
        String name = "schedule " + search.tried() + " of " + search.limit()
                + (moment.isNone() ? "" : (failures == null ? ", cancelled at " : ", failed at ") + moment.described());
        return new Run(this, name, order, moment, null);
    }

    /** What fails does so where it is waited for; a cancellation comes as soon as somebody waits, and as late as can be. Null if there is none left. */
    private @Nullable Moment nextMoment() {
        if (failures == null && !moment.isNone() && moment.stage() == Moment.Stage.BEGUN) {
            return moment.over();
        }
        return moment.await() < awaits ? moment.nextAwait() : null;
    }

    private Run nextShrunk() {
        Schedule smaller = shrinking.next();
        if (smaller != null) {
            return run("with fewer switches", smaller, null);
        }
        confirmed = shrinking.best();
        phase = Phase.CONFIRMING;
        return confirming();
    }

    private Run confirming() {
        return run("schedule " + confirmed, confirmed, new TraceOfRun());
    }

    private Run run(String name, Schedule schedule, @Nullable TraceOfRun trace) {
        return new Run(this, name, Search.Order.of(schedule.seed(), schedule.switches()), schedule.moment(), trace);
    }

    Injection injection(Moment at) {
        return new Injection(at, failures);
    }

    /** Tells whether what something has lent is missing when a run ends: not if the test, left alone, keeps things of this kind. */
    boolean isMissed(Lender lender) {
        return !kept.contains(lender.owner().getClass());
    }

    /** A run has ended; returns what is to be thrown, or null. */
    @Nullable Throwable ended(Run run, Schedule schedule, @Nullable Throwable failure) {
        running = null;
        switch (phase) {
            case SEARCHING:
                return searched(run, schedule, failure);
            case SHRINKING:
                shrinking.tried(failure != null && failure.getClass() == found.getClass() ? schedule : null);
                return null;
            default:
                phase = Phase.OVER;
                return failure == null ? notRepeated() : isAsyncioOrder(schedule) ? failure : verdict(schedule, failure, run.trace());
        }
    }

    private @Nullable Throwable searched(Run run, Schedule schedule, @Nullable Throwable failure) {
        if (failure == null) {
            if (moment.isNone()) {
                awaits = run.awaits();
                run.missing().forEach(lender -> kept.add(lender.owner().getClass()));
                search.ran(order, schedule, run.choices());
            }
            return null;
        }
        if (isAsyncioOrder(schedule) && !(failure instanceof Stuck)) { // who has taken what is noted in the run that tells it
            phase = Phase.OVER;
            return failure;
        }
        found = failure;
        foundIn = run.name();
        shrinking = new Shrinking(schedule);
        phase = Phase.SHRINKING;
        return null;
    }

    private static boolean isAsyncioOrder(Schedule schedule) {
        return schedule.switches().isEmpty() && schedule.moment().isNone();
    }

    private @Nullable Throwable notRepeated() {
        return found == null ? null : new AssertionError(foundIn + " has failed, but not when it was repeated as " + confirmed
                + ": the test depends on something else than what the schedule says, as other threads, or what is kept from run to run", found);
    }

    private AssertionError verdict(Schedule schedule, Throwable failure, String trace) {
        return new AssertionError((foundIn.isEmpty() ? "fails: " : "fails under " + foundIn + ": ") + failure
                + "\nto run it again: " + (failures == null ? "@AsyncTest(replay = \"" + schedule + "\"), " : "") + "TestLoop.replay(\"" + schedule + "\", ...)"
                + "\nwho ran when, > marks what ran before its turn:\n" + trace, failure);
    }

    /**
     * One run of the test: on a loop of its own.
     *
     * @since 0.1.0
     */
    public static final class Run {
        private final Exploration exploration;
        private final String name;
        private final long seed;
        private final Chooser chooser;
        private final Injection injection;
        private final @Nullable TraceOfRun trace;
        private final List<Throwable> failed = new ArrayList<>();
        private @Nullable TestLoop loop;
        private @Nullable SteeredRun steering;

        Run(Exploration exploration, String name, Search.Order order, Moment moment, @Nullable TraceOfRun trace) {
            this.exploration = exploration;
            this.name = name;
            this.seed = order.seed();
            this.chooser = order.choosers().get();
            this.injection = exploration.injection(moment);
            this.trace = trace;
        }

        /**
         * What it is, for a list of runs.
         *
         * @return as in {@code schedule 12 of 1000, cancelled at await 3}
         */
        public String name() {
            return name;
        }

        /**
         * The loop of this run.
         *
         * @return the same each time; made when it is first asked for, on the thread that will close it
         */
        public TestLoop loop() {
            if (loop == null) {
                loop = TestLoop.seeded(seed);
                steering = new SteeredRun(loop.loop(), chooser, injection, trace);
                loop.loop().turns.steer(steering);
            }
            return loop;
        }

        /**
         * Says whether what is run on the loop from now on is the test itself: that alone is cancelled.
         *
         * @param inBody true for the test, false for what sets it up and clears up after it
         */
        public void inBody(boolean inBody) {
            loop();
            steering.isInBody(inBody);
        }

        /**
         * Something of the test has thrown: the test, what sets it up, what clears up after it.
         *
         * @param failure what it has thrown; what comes of the cancellation itself counts as none
         */
        public void failed(Throwable failure) {
            if (!injection.isCauseOf(Objects.requireNonNull(failure, "failure"))) {
                failed.add(failure);
            }
        }

        /**
         * Closes the loop, if nobody has, and ends the run.
         *
         * @throws Throwable the test's failure, in the run that is to tell it
         */
        public void end() throws Throwable {
            loop();
            try {
                loop.close();
            } catch (Throwable leftover) {
                failed(leftover);
            }
            if (injection.isSwallowed()) {
                failed(new AssertionError("the test was " + injection + ", and ended as if it had not been: its CancellationException was swallowed"));
            }
            if (injection.isDelivered()) {
                missing().stream().filter(exploration::isMissed).forEach(lender -> failed(new AssertionError(
                        "the test was " + injection + ", and " + lender.missing())));
            }
            Throwable verdict = exploration.ended(this, new Schedule(seed, steering.switches(), injection.isDelivered() ? injection.moment() : Moment.NONE), failure());
            if (verdict != null) {
                throw verdict;
            }
        }

        private @Nullable Throwable failure() {
            if (failed.isEmpty()) {
                return null;
            }
            Throwable first = failed.get(0);
            failed.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
            return first;
        }

        int awaits() {
            return injection.awaits();
        }

        /** What has lent something and not got it back. */
        List<Lender> missing() {
            return steering.missing();
        }

        List<Integer> choices() {
            return steering.choices();
        }

        String trace() {
            return String.valueOf(trace);
        }

        /** Runs a test that is one piece of code. */
        void run(AsyncConsumer<TestLoop> test, Runnable invariant) throws Throwable {
            TestLoop own = loop();
            inBody(true);
            try {
                own.run(test.call(own));
            } catch (Throwable failure) {
                failed(failure);
            } finally {
                inBody(false);
            }
            try {
                own.close();
                invariant.run();
            } catch (Throwable failure) {
                failed(failure);
            }
            end();
        }
    }
}
