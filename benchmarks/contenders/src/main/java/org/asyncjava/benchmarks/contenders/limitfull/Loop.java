package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.asyncjava.benchmarks.contenders.loop.Ring;
import org.asyncjava.benchmarks.contenders.loop.TimerHeap;

/** Runs what is ready, first in first out, turn by turn, and timers. Confined to one thread. */
final class Loop {
    /** The operand of a call that lets others run. */
    static final Object NEXT_TURN = new Object();

    private final Ring ready = new Ring();
    private final TimerHeap timers = new TimerHeap();
    private final Consumer<Throwable> uncaught;
    private Object context;

    /** A loop that reports what callbacks throw. */
    Loop(Consumer<Throwable> uncaught) {
        this.uncaught = uncaught;
    }

    void add(Runnable item) {
        ready.add(item);
    }

    Sleep sleep(int millis) {
        Sleep sleep = new Sleep(this);
        timers.add(System.nanoTime() + millis * 1_000_000L, sleep);
        return sleep;
    }

    Object runUntilComplete(Call call) {
        return runUntilComplete(new Task(this, call));
    }

    Object runUntilComplete(Promise promise) {
        while (!promise.isDone()) {
            turn();
        }
        try {
            return promise.take();
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }

    private void turn() {
        if (!timers.isEmpty()) {
            takeDue();
        } else if (ready.size() == 0) {
            throw new IllegalStateException("nothing is left that could complete what is waited for");
        }
        for (int count = ready.size(); count > 0; count--) {
            try {
                ready.first().run();
            } catch (Throwable failure) {
                report(failure);
            }
            ready.remove();
        }
    }

    private void takeDue() {
        long now = System.nanoTime();
        if (ready.size() == 0 && timers.firstTime() - now > 0) {
            LockSupport.parkNanos(this, timers.firstTime() - now);
            now = System.nanoTime();
        }
        while (!timers.isEmpty() && timers.firstTime() - now <= 0) {
            ready.add(timers.removeFirst());
        }
    }

    void report(Throwable failure) {
        uncaught.accept(failure);
    }

    /** What runs stays the first in the queue, so that nothing has to be stored for this. */
    Task currentTask() {
        return ready.size() > 0 && ready.first() instanceof Task task && !task.isDone() ? task : null;
    }

    Object context() {
        return context;
    }

    /** Sets what is the context of the running task, or of those that are made outside of one. */
    void setContext(Object values) {
        context = values;
    }
}
