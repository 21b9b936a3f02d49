package org.asyncjava.runtime;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.asyncjava.Awaitable;

/** What the exception of a time limit says: the limit, and what did not end. Asks nothing but the runtime's own objects. */
final class TimedOut {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLISECOND = 1_000_000;
    private static final int NAMED = 3;

    private TimedOut() {
    }

    /**
     * The message for one operand or piece of code.
     *
     * @param what {@link #name} of it
     * @param nanos the limit
     */
    static String message(String what, long nanos) {
        return what + " did not end within " + limit(nanos);
    }

    /** The message for several operands, of which the first few are named. */
    static String message(List<? extends Awaitable<?>> pending, int all, long nanos) {
        String names = pending.stream().limit(NAMED).map(TimedOut::name).collect(Collectors.joining(", "));
        return message(pending.size() + " of " + all, nanos) + ": " + names + (pending.size() > NAMED ? ", ..." : "");
    }

    /** How an operand is called: by the method and the line where it stands, a task by its name too. */
    static String name(Object operand) {
        if (operand instanceof Follower<?> follower) {
            return name(follower.operand());
        }
        if (operand instanceof Continuation<?> call) {
            return SourcePosition.of(call).described();
        }
        if (operand instanceof Task<?> task) {
            return "the task '" + task.name() + "' in " + task.position().described();
        }
        if (operand instanceof HotCall call) {
            return SourcePosition.of(call).described();
        }
        return operand instanceof LoopFuture<?> future ? future.toString() : operand.getClass().getName();
    }

    /** As in {@code 2s} and {@code 1m30.5s}; of what is longer than a second no more than milliseconds are told. */
    private static String limit(long nanos) {
        long told = nanos < SECOND ? nanos : (nanos + MILLISECOND / 2) / MILLISECOND * MILLISECOND;
        return Duration.ofNanos(told).toString().substring("PT".length()).toLowerCase(java.util.Locale.ROOT);
    }
}
