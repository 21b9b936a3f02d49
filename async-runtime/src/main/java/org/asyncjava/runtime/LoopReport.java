package org.asyncjava.runtime;

import java.util.function.Supplier;

/**
 * A step of a loop that tells its exception handler something that no failure has shown.
 *
 * @param loop which
 * @param text makes the message
 */
record LoopReport(EventLoop loop, Supplier<String> text) implements Runnable {
    /** Has the loop run it in its next turn. On the loop's thread. */
    static void add(EventLoop loop, Supplier<String> text) {
        loop.scheduler.add(new LoopReport(loop, text));
    }

    @Override
    public void run() {
        loop.callExceptionHandler(new FailureContext(text.get(), null, null));
    }

    @Override
    public String toString() {
        return "<report of what waits>";
    }
}
