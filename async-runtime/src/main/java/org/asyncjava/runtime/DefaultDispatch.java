package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Where calls go on that have no dispatcher and that a thread of this library's would resume. Others wait for such a thread, so that no code of
 * programs may run on it, not even the {@code execute} of an executor: it hands over to threads that nobody waits for, and these go on.
 */
final class DefaultDispatch {
    /** Takes work without running any of it on the caller's thread. */
    private static final Executor THREADS =
            VirtualThreads.EXECUTOR == null ? new CompletableFuture<Void>().defaultExecutor() : VirtualThreads.EXECUTOR;

    /** How long until it is tried again when the JVM cannot start a thread. */
    private static final long RETRY = TimeUnit.MILLISECONDS.toNanos(100);

    private static volatile Executor chosen = THREADS;

    private DefaultDispatch() {
    }

    /** Tells whether a program has chosen one. */
    static boolean isChosen() {
        return chosen != THREADS;
    }

    static Executor get() {
        return chosen;
    }

    /** Null for the one that there is otherwise. */
    static void set(Executor executor) {
        chosen = executor == null ? THREADS : executor;
    }

    /**
     * Has code of a program's run after a time, on a thread that nobody waits for. Any thread.
     *
     * @return takes it back when it is run, on any thread
     */
    static Runnable runLater(Runnable work, long nanos) {
        Later later = new Later(work);
        DaemonTimer.schedule(later, nanos);
        return later::cancel;
    }

    /** Keeps the work no longer than it is wanted. */
    private static final class Later implements Timers.Timer {
        private volatile Runnable work;

        private Later(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            Runnable wanted = work;
            if (wanted != null) {
                DefaultDispatch.run(wanted);
            }
        }

        private void cancel() {
            work = null;
        }

        @Override
        public boolean isCancelled() {
            return work == null;
        }
    }

    /** Has code of a program's run on a thread that nobody waits for. For threads of this library's. */
    static void run(Runnable work) {
        try {
            THREADS.execute(work);
        } catch (Throwable noThread) {
            runLater(work, RETRY);
        }
    }
}
