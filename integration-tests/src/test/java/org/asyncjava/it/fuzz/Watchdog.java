package org.asyncjava.it.fuzz;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does work on threads of its own, so that work that never ends can be named and left behind. */
final class Watchdog {
    private static final int FRAMES = 12;

    private final Duration patience;

    /**
     * Makes a watchdog.
     *
     * @param patience how long a piece of work is given; far more than it needs on the busiest machine
     */
    Watchdog(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does a piece of work.
     *
     * @param work what to do
     * @return where the work stands if it has not ended; its thread is given up
     */
    Optional<String> stuck(Runnable work) {
        FutureTask<Void> task = new FutureTask<>(work, null);
        Thread worker = new Thread(task, "watched");
        worker.setDaemon(true);
        worker.start();
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException hang) {
            return Optional.of(place(worker.getStackTrace()));
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException testIsOver) {
            throw new AssertionError(testIsOver);
        }
    }

    /**
     * The innermost frames of a stack.
     *
     * @param trace a stack
     * @return a line for each
     */
    static String place(StackTraceElement[] trace) {
        StringBuilder place = new StringBuilder();
        for (int i = 0; i < trace.length && i < FRAMES; i++) {
            place.append("\n    ").append(trace[i]);
        }
        return place.toString();
    }
}
