package org.asyncjava.runtime;

import java.lang.reflect.Modifier;
import java.util.List;

/** What is noted of a task while it is recorded, from its first recorded step to its end. Confined to the loop. */
final class TaskRecord {
    private static final String PACKAGE = TaskRecord.class.getPackageName() + ".";

    private final Task<?> task;
    private final TaskEvent event = new TaskEvent();
    private final long begun;
    private long running;
    private long wentOn;
    /** While it is suspended; null before the first recorded step. */
    private SuspensionEvent suspension;
    /** What it waits for while it is suspended. */
    private Object operand;

    TaskRecord(Task<?> task) {
        this.task = task;
        event.begunBefore = task.hasStarted();
        event.begin();
        this.begun = System.nanoTime();
    }

    /** A step is about to run. */
    void goesOn() {
        if (suspension != null) {
            endSuspension(suspension);
        }
        wentOn = System.nanoTime();
    }

    /** A step has run. */
    void stops() {
        long now = System.nanoTime();
        running += now - wentOn;
        if (task.isDone()) {
            end(now);
        } else {
            beginSuspension();
        }
    }

    private void beginSuspension() {
        Continuation<?> innermost = task.suspendedCall();
        if (innermost != null) {
            Object owner = WaitQueue.ownerOf(innermost.awaited); // a waiter that is let go on has left the queue
            operand = owner == null ? innermost.awaited : owner;
        }
        suspension = new SuspensionEvent();
        suspension.begin();
    }

    /** The task still stands where it was suspended. */
    private void endSuspension(SuspensionEvent ended) {
        ended.end();
        if (ended.shouldCommit()) {
            ended.task = task.name();
            ended.at = place();
            ended.waitedFor = textOf(operand);
            ended.commit();
        }
        suspension = null;
        operand = null;
    }

    /** The innermost line of the program, or of what is called here by its name. */
    private String place() {
        List<StackTraceElement> stack = task.getStack();
        return stack.stream().filter(frame -> !frame.getClassName().startsWith(PACKAGE)).findFirst()
                .or(() -> stack.stream().filter(frame -> frame.getLineNumber() > 0).findFirst()).map(StackTraceElement::toString).orElse(null);
    }

    /** Not its own text: it is over by now, and the text may be long, and anybody's. Null for what no program knows by name. */
    private static String textOf(Object operand) {
        if (operand instanceof Task<?> other) {
            return other.name();
        }
        HotCall method = HotFields.asCall(operand);
        if (method != null) {
            return SourcePosition.of(method.hotSource()).method() + "()";
        }
        if (operand instanceof Sleep) {
            return "sleep";
        }
        return operand != null && Modifier.isPublic(operand.getClass().getModifiers()) ? operand.getClass().getSimpleName() : null;
    }

    private void end(long ended) {
        event.end();
        if (event.shouldCommit()) {
            event.name = task.name();
            event.coroutine = task.position().method();
            Throwable failure = task.failureUnasked();
            event.outcome = failure != null ? "failed" : task.isCancelled() ? "cancelled" : "completed";
            event.failure = failure == null ? null : failure.getClass().getName();
            event.running = running;
            event.waiting = ended - begun - running;
            event.commit();
        }
    }
}
