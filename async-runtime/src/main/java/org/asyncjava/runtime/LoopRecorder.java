package org.asyncjava.runtime;

import java.util.IdentityHashMap;
import java.util.Map;

/** Tells the JVM's flight recorder of a loop's tasks, what they wait for, and what runs too long. Confined to the loop. */
final class LoopRecorder implements StepWatch {
    private final Map<Task<?>, TaskRecord> records = new IdentityHashMap<>();
    private final SlowCallbacks slowCallbacks;

    /**
     * Makes one.
     *
     * @param slowCallbacks reports slow callbacks as well; null for nobody
     */
    LoopRecorder(SlowCallbacks slowCallbacks) {
        this.slowCallbacks = slowCallbacks;
    }

    /** Tells whether a recording is on that wants one of the events. */
    static boolean isWanted() {
        return new TaskEvent().isEnabled() || new SuspensionEvent().isEnabled() || new SlowCallbackEvent().isEnabled();
    }

    @Override
    public void run(Runnable step) {
        SlowCallbackEvent slow = new SlowCallbackEvent();
        slow.begin();
        try {
            runWithin(step);
        } finally {
            slow.end();
            if (slow.shouldCommit()) {
                slow.callback = SlowCallbacks.textOf(step);
                slow.commit();
            }
        }
    }

    @Override
    public void runWithin(Runnable step) {
        if (step instanceof Task<?> task && !task.isDone()) { // one that has ended only tells who has gathered it
            recorded(task);
        } else {
            proceed(step);
        }
    }

    private void recorded(Task<?> task) {
        TaskRecord record = records.computeIfAbsent(task, TaskRecord::new);
        record.goesOn();
        try {
            proceed(task);
        } finally {
            record.stops();
            if (task.isDone()) {
                records.remove(task);
            }
        }
    }

    private void proceed(Runnable step) {
        if (slowCallbacks == null) {
            step.run();
        } else {
            slowCallbacks.run(step);
        }
    }

    @Override
    public SlowCallbacks slowCallbacks() {
        return slowCallbacks;
    }

    @Override
    public boolean records() {
        return true;
    }
}
