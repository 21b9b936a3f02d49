package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who waits for whom, as far as another thread can see: what a task awaits is what several tasks end, a lock that another one holds, or another task. Of one
 * dump.
 */
final class Waits {
    /** What waits for several, with the tasks that it waits for. */
    private final Map<Object, Parts> parts = new IdentityHashMap<>();
    /** Locks and semaphores with those who hold them. */
    private final Map<Object, List<Object>> holders = new IdentityHashMap<>();
    /** Tasks and methods whose time is limited. */
    private final Set<Object> limited = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * The tasks that something waits for.
     *
     * @param waiter which they tell of their end
     */
    private record Parts(Object waiter, List<Object> tasks) {
        /** Whether there are no others. */
        boolean areAll() {
            if (waiter instanceof Gather<?, ?> gathering) {
                return gathering.isOnlyFor(tasks.size());
            }
            return waiter instanceof Children children ? children.areOnly(tasks.size()) : ((Waiting<?>) waiter).isOnlyFor(tasks.size());
        }
    }

    /** Something that waits for this task, or this method, will go on when all that it waits for have ended. */
    void note(LoopFuture<?> part) {
        Object waiters = part.callbacks;
        if (waiters instanceof ArrayList<?> several) {
            for (Object waiter : several.toArray()) {
                note(part, waiter);
            }
        } else if (waiters != null) {
            note(part, waiters);
        }
    }

    private void note(LoopFuture<?> part, Object waiter) {
        Object told = ContextCallback.unwrapped(waiter);
        Object several = severalOf(told);
        if (several != null) {
            parts.computeIfAbsent(several, none -> new Parts(told, new ArrayList<>())).tasks.add(part);
        }
    }

    private static Object severalOf(Object waiter) {
        if (waiter instanceof Gather<?, ?>) {
            return waiter;
        }
        return waiter instanceof Children children ? children.noneLeft() : waiter instanceof Waiting<?> waiting ? waiting.over() : null;
    }

    /** A call of a task or method has a permit of something among its locals. */
    void holds(Object owner, Object call) {
        List<Object> known = holders.computeIfAbsent(owner, none -> new ArrayList<>());
        if (!known.contains(call)) {
            known.add(call);
        }
    }

    /** The time of a call of this task or method is limited. */
    void isLimited(Object call) {
        limited.add(call);
    }

    /** What a task or method waits for. */
    DumpedWait of(Object operand, Object call, Supplier<String> shown) {
        List<Object> awaited = awaitedBy(operand);
        if (awaited.isEmpty()) {
            return new DumpedWait(shown, awaited, DumpedWait.End.OPEN);
        }
        boolean isLimited = limited.contains(call);
        Object owner = WaitQueue.ownerOf(operand);
        if (owner != null) {
            return new DumpedWait(shown, awaited, !isLimited && haveAll(owner, awaited.size()) ? DumpedWait.End.HELD_BY_THEM : DumpedWait.End.HELD);
        }
        return new DumpedWait(shown, awaited, !isLimited && areAll(operand, awaited.size()) ? DumpedWait.End.WITH_THEM : DumpedWait.End.OPEN);
    }

    /** Of a semaphore that is not bounded, anybody may make more permits. */
    private static boolean haveAll(Object owner, int holders) {
        return owner instanceof AsyncLock || owner instanceof AsyncSemaphore semaphore && semaphore.isOnlyFor(holders);
    }

    private boolean areAll(Object operand, int awaited) {
        if (operand instanceof JointWait<?> several) {
            return several.isOnlyFor(awaited);
        }
        Parts known = parts.get(operand);
        return known == null || known.areAll();
    }

    /** The tasks and methods that an operand waits for. */
    private List<Object> awaitedBy(Object operand) {
        if (operand instanceof Task<?>) {
            return List.of(operand);
        }
        HotCall method = HotFields.asCall(operand);
        if (method != null) {
            return method.isDone() ? List.of() : List.of(method);
        }
        if (operand instanceof OutsideCall<?> outside) {
            return outside.workSeen() instanceof Task<?> task ? List.of(task) : List.of();
        }
        if (operand instanceof JointWait<?> several) {
            return methodsAmong(several.operands);
        }
        Object owner = WaitQueue.ownerOf(operand);
        return owner == null ? partsOf(operand) : holdersOf(owner);
    }

    private List<Object> partsOf(Object operand) {
        Parts known = parts.get(operand);
        return known == null ? List.of() : known.tasks;
    }

    private List<Object> holdersOf(Object owner) {
        List<Object> known = holders.get(owner);
        if (known != null) {
            return known;
        }
        Task<?> taker = Debug.FINDS_DEADLOCKS ? Takers.of(owner) : null;
        return taker == null ? List.of() : List.of(taker);
    }

    private static List<Object> methodsAmong(Object[] stages) {
        List<Object> methods = new ArrayList<>();
        for (Object stage : stages) {
            HotCall method = HotFields.asCall(stage instanceof HeardStage heard ? heard.stage : stage);
            if (method != null && !method.isDone()) {
                methods.add(method);
            }
        }
        return methods;
    }

    /** What an operand is, to be read. */
    String text(Object operand) {
        Object owner = WaitQueue.ownerOf(operand);
        if (owner != null) {
            return ShortText.of(owner);
        }
        if (operand instanceof Task<?> task) {
            return task.name();
        }
        HotCall method = HotFields.asCall(operand);
        if (method != null) {
            return SourcePosition.of(method.hotSource()).method() + "()";
        }
        int several = partsOf(operand).size();
        return several == 0 ? ShortText.of(operand) : several + (several == 1 ? " task" : " tasks");
    }
}
