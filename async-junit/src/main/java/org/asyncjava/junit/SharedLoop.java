package org.asyncjava.junit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.asyncjava.runtime.Runner;
import org.asyncjava.runtime.TestLoop;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * The loop that what sets a test up, the test and what clears up after it share, one after the other, on whatever thread Jupiter runs each: a test
 * whose time is limited in the mode {@code SEPARATE_THREAD} has a thread of its own.
 */
final class SharedLoop {
    /** How long the next waits for one whose time was up: that has been interrupted, which cancels what awaits. */
    private static final long PATIENCE_SECONDS = 10;

    private final TestRun run;
    private final TestLoop loop;
    private final Runner runner;
    private final ReentrantLock running = new ReentrantLock();

    SharedLoop(TestRun run) {
        this.run = run;
        this.loop = run.loop();
        this.runner = new Runner(loop::loop);
    }

    TestLoop loop() {
        return loop;
    }

    /** Runs a method of the test, whose entry points run on the loop. */
    <T> T run(Invocation<T> method, TestRun.Part part) throws Throwable {
        takeTurn();
        try (Runner.Entries entries = runner.runEntries()) {
            return run.call(method, part);
        } finally {
            running.unlock();
        }
    }

    /**
     * Fails if something was left over.
     *
     * @param hasFailed whether Jupiter knows of a failure
     */
    void end(boolean hasFailed) throws Throwable {
        takeTurn();
        try {
            run.end(hasFailed);
        } finally {
            running.unlock();
        }
    }

    private void takeTurn() {
        try {
            boolean isFree = running.tryLock(); // also on a thread that the test has left interrupted
            if (!isFree && !running.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test was interrupted when its time was up, and still runs: its loop is not closed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another method of the test still ran", interrupted);
        }
    }
}
