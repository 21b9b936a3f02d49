package org.asyncjava.it.harness;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;

/** One thread without a dispatcher: completions wait in a queue and the program resumes inside them. */
final class QueueConductor implements Conductor {
    private final Queue<Runnable> completions = new ArrayDeque<>();

    @Override
    public void complete(Runnable completion) {
        completions.add(completion);
    }

    @Override
    public Object result(Callable<Object> program) throws Throwable {
        Signal<Object> outcome = new Signal<>();
        HotDriver.stage(ThrownAtCaller.guard(program)).whenComplete(outcome::complete);
        while (!outcome.isDone()) {
            Runnable next = completions.poll();
            if (next == null) {
                throw new AssertionError("stuck: the program has not ended and nothing is left to complete");
            }
            next.run();
        }
        return outcome.result();
    }
}
