package org.asyncjava.runtime;

import java.util.Locale;

/**
 * Runs a loop's callbacks, or what methods do elsewhere between two awaits, and reports what takes too long, in debug mode: with the line that
 * blocked, which a timer looks up when the time is over. Thread-safe.
 */
final class SlowCallbacks implements StepWatch {
    /** For methods that go on where no loop runs. */
    static final SlowCallbacks ELSEWHERE = new SlowCallbacks(100_000_000);

    private volatile long threshold;

    /**
     * Makes one.
     *
     * @param threshold nanoseconds from which on a callback is slow
     */
    SlowCallbacks(long threshold) {
        this.threshold = threshold;
    }

    /** Changes the number of nanoseconds, also for what is running. */
    void limit(long nanos) {
        threshold = nanos;
    }

    long limit() {
        return threshold;
    }

    @Override
    public void run(Runnable callback) {
        run(callback, callback);
    }

    /** What it is within is watched. */
    @Override
    public void runWithin(Runnable task) {
        task.run();
        noteEnd(task);
    }

    @Override
    public SlowCallbacks slowCallbacks() {
        return this;
    }

    @Override
    public boolean records() {
        return false;
    }

    /** Runs something that is shown as something else. */
    void run(Runnable callback, Object shown) {
        Sample sample = new Sample(Thread.currentThread());
        long expected = threshold;
        DaemonTimer.schedule(sample, expected);
        long begin = System.nanoTime();
        try {
            callback.run();
        } finally {
            long took = System.nanoTime() - begin;
            noteEnd(shown);
            StackTraceElement line = sample.end();
            long limit = threshold;
            if (took >= limit) {
                report(shown, took, limit == expected ? line : null); // a line of another moment would name the wrong culprit
            }
        }
    }

    /** Since when a task waits is noted where somebody looks on anyway. */
    private static void noteEnd(Object step) {
        Loop home = step instanceof Operand task ? task.home() : null;
        if (home != null) {
            CallTimes.suspended(step, home.time());
        }
    }

    private static void report(Object shown, long nanos, StackTraceElement line) {
        String seconds = String.format(Locale.ROOT, "%.3f", nanos / 1e9);
        FailureLog.warning("Executing " + textOf(shown) + " took " + seconds + " seconds" + (line == null ? "" : "; it was at " + line), null);
    }

    /** What is said to have been slow. */
    static String textOf(Object shown) {
        return shown instanceof HotCall call ? "<method " + SourcePosition.of(call.hotSource()).method() + ">" : ShortText.of(shown);
    }

    /** Looks where a thread stands, unless the callback has ended. */
    private static final class Sample implements Timers.Timer {
        /** Null when the callback has ended. */
        private volatile Thread thread;
        private StackTraceElement line;

        private Sample(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (thread != null) {
                line = lineOf(thread.getStackTrace());
            }
        }

        private synchronized StackTraceElement end() {
            thread = null;
            return line;
        }

        @Override
        public boolean isCancelled() {
            return thread == null;
        }

        /** The innermost line that is neither the JDK's nor ours: the program's. */
        private static StackTraceElement lineOf(StackTraceElement[] frames) {
            for (StackTraceElement frame : frames) {
                String className = frame.getClassName();
                if (!className.startsWith("java.") && !className.startsWith("jdk.") && !className.startsWith("sun.")
                        && !className.startsWith(SlowCallbacks.class.getPackageName() + ".") && !GeneratedFrames.isMachine(frame)) {
                    return PlainFrames.of(frame);
                }
            }
            return null;
        }
    }
}
