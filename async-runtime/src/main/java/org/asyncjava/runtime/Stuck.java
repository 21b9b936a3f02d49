package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Thrown where a program is stuck: nothing of it can run any more. */
final class Stuck extends AssertionError {
    private static final long serialVersionUID = 1L;

    /**
     * Says what each task waits for.
     *
     * @param loop the program's
     * @param takers who has taken something last, for whoever waits for that; null where that is not known
     */
    Stuck(EventLoop loop, Function<Object, String> takers) {
        super("deadlock: nothing can run any more, and no time passes" + waiting(loop, takers));
    }

    private static String waiting(EventLoop loop, Function<Object, String> takers) {
        List<String> lines = new ArrayList<>();
        for (Task<?> task : loop.tasks.living()) {
            Continuation<?> innermost = task.suspendedCall();
            if (innermost != null) {
                lines.add("\n  " + task.name() + " at " + TraceOfRun.programCalls(innermost) + " waits for " + waitedFor(innermost.awaited, takers));
            }
        }
        loop.hotCalls.sources().forEach(method -> lines.add("\n  method " + method));
        return String.join("", lines);
    }

    private static String waitedFor(Object operand, Function<Object, String> takers) {
        Object owner = WaitQueue.ownerOf(operand);
        String taker = owner == null ? null : takers.apply(owner);
        return ShortText.of(owner == null ? operand : owner) + (taker == null ? "" : ", last taken by " + taker);
    }
}
