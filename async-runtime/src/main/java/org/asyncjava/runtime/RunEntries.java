package org.asyncjava.runtime;

/**
 * Who runs the entry points of a thread. See {@link Runner#runEntries}.
 *
 * <p>Public only for {@code org.asyncjava.runtime.abi.EntryPoint}, which forwards to it.
 *
 * @since 0.1.0
 */
public final class RunEntries implements Runner.Entries {
    private final Runner runner;
    private final ThreadState thread = ThreadState.current();
    private final AutoCloseable outer = thread.entries;
    private boolean closed;

    RunEntries(Runner runner) {
        this.runner = runner;
        thread.entries = this;
    }

    /**
     * Runs an entry point on the calling thread to its end.
     *
     * @param <T> the type of the result
     * @param entry its machine
     * @return the result; the failure is thrown as it is
     */
    public static <T> T run(Coroutine<T> entry) {
        AutoCloseable provided = ThreadState.current().entries;
        return provided == null ? Runner.runAlone(entry) : ((RunEntries) provided).runner.run(entry);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (ThreadState.current() != thread) {
            throw new IllegalStateException("entry points of another thread are not this one's to stop running");
        }
        if (thread.entries != this) {
            throw new IllegalStateException("another runner runs the entry points meanwhile; close what it returned first");
        }
        closed = true;
        thread.entries = outer;
    }
}
