package org.asyncjava.stress;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** An executor whose threads are those that call {@link #runAll}. Thread-safe. */
final class Runs implements Executor {
    private final ConcurrentLinkedQueue<Runnable> given = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable work) {
        given.add(work);
    }

    /** Runs what has been given, on the calling thread. */
    void runAll() {
        Runnable next;
        while ((next = given.poll()) != null) {
            next.run();
        }
    }
}
