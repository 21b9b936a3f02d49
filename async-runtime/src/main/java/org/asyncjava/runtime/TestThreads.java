package org.asyncjava.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads of a test, each of which has its turns as a task has: while one is at work the loop waits for it, so that everything happens one after the other, in
 * an order that the loop decides. One that waits for something lets the others go on, and goes on beside them when that has come. Its time is the loop's.
 *
 * <p>As what a program is given for an executor it is for any thread; the rest is confined to the loop.
 */
final class TestThreads implements Executor {
    /** How long a thread is looked at, in nanoseconds, and how often until it is taken to wait. */
    private static final long LOOK = 200_000;
    private static final int LOOKS = 3;
    /** Whoever works longer may wait for the loop where that cannot be seen, as in a read from a socket: the loop goes on. */
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private final EventLoop loop;
    private final List<ThreadTurn> underWay = new ArrayList<>(0);
    /** Those among them that were seen to wait. */
    private final List<ThreadTurn> heldUp = new ArrayList<>(0);
    private ExecutorService threads;

    TestThreads(EventLoop loop) {
        this.loop = loop;
    }

    /** The ones of a loop; null if its threads run by themselves. */
    static TestThreads of(EventLoop loop) {
        if (loop.turns != null) {
            return loop.turns.threads();
        }
        return loop.pump.clock() instanceof StrandClock clock ? clock.loop.turns.threads() : null;
    }

    /**
     * Has a call run in a turn of its own, unless it has an outcome by then.
     *
     * @param executor has the thread
     */
    void start(Executor executor, Runnable call, Deferred<?> outcome) {
        loop.execute(new ThreadTurn(this, run -> {
            boolean isWanted = !outcome.isDone();
            if (isWanted) {
                executor.execute(run);
            }
            return isWanted;
        }, call, outcome::failThreadsafe));
    }

    @Override
    public void execute(Runnable command) {
        Objects.requireNonNull(command, "command");
        WorkElsewhere work = WorkElsewhere.of(loop, command);
        Context context = WorkElsewhere.context(work, Context.captured(ThreadState.current()));
        Runnable bound = context == null ? command : new InContext(context, command);
        loop.execute(new ThreadTurn(this, run -> {
            work.begin();
            start(run);
            return true;
        }, () -> call(bound, work), this::report));
    }

    private void call(Runnable bound, WorkElsewhere work) {
        try {
            bound.run();
        } catch (Throwable failure) {
            report(failure);
        } finally {
            work.wake();
        }
    }

    private void report(Throwable failure) {
        loop.callExceptionHandler(new FailureContext("Exception on a thread of a test", failure, null));
    }

    /** Has a strand woken when so much of the loop's time has passed; any thread. */
    private Runnable wakeLater(Runnable wake, long nanos) {
        Later later = new Later(wake);
        long when = Nanos.after(loop.time(), nanos);
        loop.execute(() -> loop.addTimer(when, later));
        return later::cancel;
    }

    /** A strand whose turns are on these threads, and whose time is the loop's. */
    EventLoop strand() {
        return new EventLoop(new Host(this), HostKind.STRAND_OF_TEST, new StrandClock(loop));
    }

    /** Tells whether another loop is a strand whose turns are a test loop's, and so no work that is done elsewhere. */
    static boolean giveTurns(EventLoop loop, EventLoop other) {
        return other.pump.clock() instanceof StrandClock clock && clock.loop == loop;
    }

    /** Who chooses what a strand on the threads of a test runs next; null for nobody, and for any other loop. */
    static Steering steering(EventLoop loop) {
        return loop.pump.clock() instanceof StrandClock clock ? clock.loop.turns.steering() : null;
    }

    /** Its time passes on a test's loop. */
    private record StrandClock(EventLoop loop) implements LoopClock {
        @Override
        public long now() {
            return loop.time();
        }

        @Override
        public void awaitUntil(long time) {
            throw new IllegalStateException("the time of a strand on a test's threads passes on the test's loop");
        }

        @Override
        public boolean isVirtual() {
            return false;
        }
    }

    /** What a strand on these threads has for a host. */
    private record Host(TestThreads threads) implements LoopHost {
        @Override
        public void execute(Runnable turn) {
            threads.execute(turn);
        }

        @Override
        public Runnable schedule(Runnable wake, Duration delay) {
            return threads.wakeLater(wake, Nanos.of(delay));
        }

        @Override
        public boolean isCurrent() {
            return false;
        }

        @Override
        public void onEnd(Runnable ended) {
            // with the test
        }
    }

    /** A wake-up that may be taken back. */
    private static final class Later implements Timers.Timer {
        private final Runnable wake;
        private volatile boolean isCancelled;

        private Later(Runnable wake) {
            this.wake = wake;
        }

        void cancel() {
            isCancelled = true;
        }

        @Override
        public boolean isCancelled() {
            return isCancelled;
        }

        @Override
        public void run() {
            if (!isCancelled) {
                wake.run();
            }
        }
    }

    private void start(Runnable run) {
        if (threads == null) {
            threads = Executors.newCachedThreadPool(code -> {
                Thread thread = new Thread(code, "asyncjava-test");
                thread.setDaemon(true);
                return thread;
            });
        }
        threads.execute(run);
    }

    /** One has been given its thread: waits for it. */
    void begun(ThreadTurn turn) {
        underWay.add(turn);
        await(turn);
    }

    /** Waits for those that go on. */
    void settle() {
        if (!underWay.isEmpty()) {
            List.copyOf(underWay).forEach(this::await);
        }
    }

    private void await(ThreadTurn turn) {
        long end = System.nanoTime() + PATIENCE;
        int waits = heldUp.contains(turn) ? LOOKS - 1 : 0;
        while (!turn.hasEnded() && waits < LOOKS) {
            if (turn.hasBegun() || heldUp.isEmpty()) {
                waits = turn.isAtWork() ? 0 : waits + 1;
            } else {
                waits++; // the threads may all be taken by those that wait
            }
            if (waits < LOOKS) {
                LockSupport.parkNanos(this, LOOK);
            }
            if (System.nanoTime() - end > 0) {
                break;
            }
        }
        heldUp.remove(turn);
        if (turn.hasEnded()) {
            underWay.remove(turn);
        } else {
            heldUp.add(turn);
        }
    }

    /** Takes nothing more. */
    void shutDown() {
        if (threads != null) {
            threads.shutdown();
        }
    }
}
