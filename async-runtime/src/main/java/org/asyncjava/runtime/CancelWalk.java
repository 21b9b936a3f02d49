package org.asyncjava.runtime;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A request for cancellation on its way through what waits for what: to tasks and gatherings, their children, what those wait for, and so on, in
 * asyncio's order. It needs no stack, however deep that goes, and follows each future once, however many wait for it; a task is asked once by each
 * of them. (A chain of tasks alone {@link Task#cancel} follows by itself.)
 */
final class CancelWalk {
    /** Where the request has come to: a gathering with the children that are still to be asked, a task and what it waits for, or null and all roots. */
    private static final class Visit {
        private final LoopFuture<?> asked;
        private final Iterator<? extends LoopFuture<?>> next;
        private boolean heard;
        private boolean left;

        private Visit(LoopFuture<?> asked, Iterator<? extends LoopFuture<?>> next) {
            this.asked = asked;
            this.next = next;
        }
    }

    private final String message;
    private final Map<LoopFuture<?>, Visit> visits = new IdentityHashMap<>();
    private final Deque<Visit> open = new ArrayDeque<>();

    private CancelWalk(String message) {
        this.message = message;
    }

    /**
     * Asks the children of a gathering that is pending.
     *
     * @return false if none of them could be asked
     */
    static boolean through(Gather<?, ?> gathering, String message) {
        return new CancelWalk(message).walk(gathering);
    }

    /** Asks several, each also if another one that waits for it has been asked before; their chains are followed once, not once for each. */
    static void cancelAll(Collection<? extends LoopFuture<?>> futures) {
        CancelWalk walk = new CancelWalk(null);
        walk.open.push(new Visit(null, futures.iterator()));
        walk.walk();
    }

    private boolean walk(Gather<?, ?> gathering) {
        Visit first = enter(gathering, gathering.children());
        walk();
        return first.heard;
    }

    private void walk() {
        while (!open.isEmpty()) {
            Visit visit = open.peek();
            if (visit.next.hasNext()) {
                ask(visit, visit.next.next());
            } else {
                open.pop();
                leave(visit);
            }
        }
    }

    private Visit enter(LoopFuture<?> asked, List<? extends LoopFuture<?>> next) {
        Visit visit = new Visit(asked, next.iterator());
        visits.put(asked, visit);
        open.push(visit);
        return visit;
    }

    private void ask(Visit from, LoopFuture<?> future) {
        if (future.isDone()) {
            return;
        }
        Visit before = visits.get(future);
        if (before != null && !before.left) {
            from.heard = true;
            ((Task<?>) (future instanceof Task ? future : from.asked)).leaveCircle(); // two gatherings never wait for each other
        } else if (future instanceof Task<?> task) {
            from.heard = true;
            LoopFuture<?> operand = task.request(message);
            if (operand != null && before == null) {
                enter(task, Collections.singletonList(operand));
            }
        } else if (!(future instanceof Gather<?, ?> gathering)) {
            from.heard |= future.cancel(message);
        } else if (before == null) {
            enter(gathering, gathering.children());
        } else {
            from.heard |= before.heard;
        }
    }

    private void leave(Visit visit) {
        visit.left = true;
        if (visit.asked instanceof Gather<?, ?> gathering) {
            if (visit.heard) {
                gathering.cancelWhenAllHaveEnded(message);
            }
            if (!open.isEmpty()) {
                open.peek().heard |= visit.heard;
            }
        } else if (visit.asked instanceof Task<?> task && !visit.heard) {
            task.cancelAtNextStep();
        }
    }
}
