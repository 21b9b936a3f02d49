package org.asyncjava.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The thread that has made it, with events of its own, which run when the test says so: also within one of them, as a modal dialog does. */
class EventHost implements LoopHost, AutoCloseable {
    private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final Thread thread = Thread.currentThread();
    private final List<Runnable> toldOfTheEnd = new ArrayList<>();
    private volatile boolean ended;

    @Override
    public void execute(Runnable turn) {
        if (ended) {
            throw new RejectedExecutionException("the host has ended");
        }
        events.add(turn);
    }

    @Override
    public Runnable schedule(Runnable turn, Duration delay) {
        return DefaultDispatch.runLater(() -> {
            events.add(turn);
            eventAdded();
        }, delay.toNanos());
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void onEnd(Runnable end) {
        toldOfTheEnd.add(end);
    }

    /** A timer has rung: for hosts that do not wait for the test. */
    void eventAdded() {
    }

    /** How many events wait. */
    int waiting() {
        return events.size();
    }

    /** Runs events until there are none. */
    void runAll() {
        Runnable next;
        while ((next = events.poll()) != null) {
            next.run();
        }
    }

    /** Runs one event. */
    void runOne() {
        events.remove().run();
    }

    /** Runs events, and waits for them, until something holds. */
    void runUntil(BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                Runnable next = events.poll(60, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("no more events, and still not done");
                }
                next.run();
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Runs nothing any more, and says so. */
    void end() {
        events.clear();
        refuse();
        tellOfTheEnd();
    }

    /** Takes nothing any more, and says nothing. */
    void refuse() {
        ended = true;
    }

    void tellOfTheEnd() {
        List.copyOf(toldOfTheEnd).forEach(Runnable::run);
    }

    /** So that no test leaves the next one a loop. */
    @Override
    public void close() {
        end();
    }
}
