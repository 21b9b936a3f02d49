package org.asyncjava.runtime;

/** The loop that drives a chain of continuations: nothing recurses, however long the chain is (decision 001). */
final class Chain {
    private Chain() {
    }

    /**
     * Runs a continuation, then whatever has to run in consequence: unstarted callees, targets of forwarding, callers of what has ended.
     *
     * @param from a suspended continuation whose operand is done, or an unstarted one
     * @return the innermost continuation, suspended, whose operand is to be subscribed to; or the outermost one, ended
     */
    static Continuation<?> advance(Continuation<?> from) {
        Continuation<?> current = from;
        while (true) {
            current.runOnDriver();
            Continuation<?> next;
            if (current.state > 0) {
                current = innermost(current);
                if (current.state != Continuation.UNSTARTED) {
                    return current;
                }
                continue;
            }
            if (current.state == Continuation.FORWARDED) {
                next = relink(current);
            } else if (current.caller instanceof Continuation<?> caller) {
                if (current.state == Continuation.FAILED) {
                    LogicalTrace.reaches((Throwable) current.awaited, current, caller);
                }
                next = caller;
            } else {
                return current;
            }
            current = next;
        }
    }

    /** Walks down the operands to the continuation that awaits a leaf, or that has not started yet. */
    static Continuation<?> innermost(Continuation<?> suspended) {
        Continuation<?> current = suspended;
        while (current.awaited instanceof Continuation<?> callee && current.state > 0) {
            current = callee;
        }
        return current;
    }

    /** Puts the target of a forwarded continuation in its place. */
    private static Continuation<?> relink(Continuation<?> forwarded) {
        Continuation<?> target = forwarded.takeTarget();
        target.caller = forwarded.caller;
        if (forwarded.caller instanceof Continuation<?> caller) {
            caller.awaited = target;
        }
        return target;
    }
}
