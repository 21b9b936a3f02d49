package org.asyncjava.it.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.LoopFuture;
import org.asyncjava.runtime.Task;

/** The runtime's event loop drives the program and completes its operands, each in a callback of its own. */
final class LoopConductor implements Conductor {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final EventLoop loop = new EventLoop();
    /** Runs the program; null if the program is no coroutine. */
    private Task<?> task;

    @Override
    public void complete(Runnable completion) {
        loop.callSoon(completion);
    }

    @Override
    public Object result(Callable<Object> program) throws Throwable {
        Signal<Object> outcome = new Signal<>();
        outcome.onDone(loop::stop);
        loop.callLater(PATIENCE, () -> outcome.complete(null, new AssertionError("stuck: the program has not ended")));
        loop.callSoon(() -> start(program, outcome));
        loop.runForever();
        return outcome.result();
    }

    @Override
    public void cancel(Runnable ofOperand) {
        if (task != null) {
            task.cancel();
        } else {
            ofOperand.run();
        }
    }

    private void start(Callable<Object> program, Signal<Object> outcome) {
        try {
            Object returned = ThrownAtCaller.guard(program);
            if (returned instanceof Coroutine<?> coroutine) {
                task = loop.createTask(coroutine);
                task.addDoneCallback(done -> settle(outcome, done));
            } else {
                HotDriver.stage(returned).whenComplete(outcome::complete);
            }
        } catch (Throwable failure) {
            outcome.complete(null, failure);
        }
    }

    private static void settle(Signal<Object> outcome, LoopFuture<?> task) {
        Object value;
        try {
            value = task.result();
        } catch (Throwable failure) {
            outcome.complete(null, failure);
            return;
        }
        outcome.complete(value, null);
    }

    @Override
    public void close() {
        loop.close();
    }
}
