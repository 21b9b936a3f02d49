package org.asyncjava.it.harness;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * A way of running a program: who drives it, and which operands are not complete yet when they are awaited.
 *
 * @param driver who drives it
 * @param pending which operands complete later
 * @param cancelled at which awaits the program is cancelled
 */
public record Way(Driver driver, Pending pending, Cancelled cancelled) {
    /** Untransformed, with an await that blocks: the reference. */
    public static final Way BLOCKING = new Way(Driver.BLOCKED_THREAD, Pending.NONE);

    /** The ways of running transformed classes. */
    public static final List<Way> TRANSFORMED = List.of(
            new Way(Driver.QUEUE, Pending.NONE), new Way(Driver.QUEUE, Pending.ALL), new Way(Driver.QUEUE, Pending.SOME),
            new Way(Driver.EVENT_LOOP, Pending.NONE), new Way(Driver.EVENT_LOOP, Pending.ALL), new Way(Driver.EVENT_LOOP, Pending.SOME),
            new Way(Driver.THREADS, Pending.ALL));

    /** The ways of running transformed programs whose async part is behind entry points: these block, so that other threads have to complete operands. */
    public static final List<Way> ENTRIES = List.of(
            new Way(Driver.THREADS, Pending.NONE), new Way(Driver.THREADS, Pending.ALL), new Way(Driver.THREADS, Pending.SOME));

    /** Untransformed, with awaits of which some throw a cancellation: the reference of {@link #CANCELLED}. */
    public static final Way BLOCKING_CANCELLED = new Way(Driver.BLOCKED_THREAD, Pending.NONE, Cancelled.SOME);

    /** The ways of running transformed classes whose task is cancelled again and again. */
    public static final List<Way> CANCELLED = List.of(
            new Way(Driver.EVENT_LOOP, Pending.ALL, Cancelled.SOME), new Way(Driver.QUEUE, Pending.ALL, Cancelled.SOME));

    /**
     * A way without cancellation.
     *
     * @param driver who drives the program
     * @param pending which operands complete later
     */
    public Way(Driver driver, Pending pending) {
        this(driver, pending, Cancelled.NONE);
    }

    /** Who completes the operands and waits for the result. */
    public enum Driver {
        /** The thread that runs the program blocks. */
        BLOCKED_THREAD,
        /** One thread, a queue of completions, no dispatcher: the program resumes inside completions. */
        QUEUE,
        /** The runtime's event loop. */
        EVENT_LOOP,
        /** Other threads, at once: completion races with suspension. */
        THREADS;

        Conductor conductor() {
            return switch (this) {
                case BLOCKED_THREAD -> new BlockingConductor();
                case QUEUE -> new QueueConductor();
                case EVENT_LOOP -> new LoopConductor();
                case THREADS -> new ThreadConductor();
            };
        }
    }

    /** Which operands are pending when they are awaited. */
    public enum Pending {
        /** No await suspends. */
        NONE,
        /** Every await suspends. */
        ALL,
        /** A random choice that is the same in each run. */
        SOME;

        BooleanSupplier choice() {
            Random random = new Random(7);
            return switch (this) {
                case NONE -> () -> false;
                case ALL -> () -> true;
                case SOME -> random::nextBoolean;
            };
        }
    }

    /** At which awaits the program is cancelled. */
    public enum Cancelled {
        /** At none. */
        NONE,
        /** At about one in ten, the same in each run. */
        SOME;

        private static final int ONE_IN = 10;

        BooleanSupplier choice() {
            Random random = new Random(11);
            return this == NONE ? () -> false : () -> random.nextInt(ONE_IN) == 0;
        }
    }

    /** Starts a program with an environment; returns what its entry returned. */
    @FunctionalInterface
    public interface Entry {
        /**
         * Starts the program.
         *
         * @param env its environment
         * @return a coroutine or a future
         * @throws Exception what the program threw at its caller
         */
        Object run(Env env) throws Exception;
    }

    /**
     * Runs a program to its end.
     *
     * @param entry how to start it
     * @return its log, the last line being its outcome
     */
    public List<String> run(Entry entry) {
        BooleanSupplier later = pending.choice();
        BooleanSupplier cancels = cancelled.choice();
        try (Conductor conductor = driver.conductor()) {
            Env env = new Env((completion, cancellation) -> {
                Runnable end = cancels.getAsBoolean() ? () -> conductor.cancel(cancellation) : completion;
                if (later.getAsBoolean()) {
                    conductor.complete(end);
                } else {
                    end.run();
                }
            });
            env.log(outcome(conductor, () -> entry.run(env)));
            return env.events();
        }
    }

    private static String outcome(Conductor conductor, Callable<Object> program) {
        try {
            return "returned " + Env.text(conductor.result(program));
        } catch (Throwable failure) {
            return "threw " + Env.text(failure);
        }
    }
}
