package org.asyncjava.runtime;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;

/**
 * Whom a thread asked last whether a foreign awaitable is done, and that awaitable: until the answer is used. Where something else is asked
 * meanwhile, by the constructor of a machine that is the program's own kind of future, the awaitable gives another awaiter.
 */
final class Asked {
    private static final int AWAITABLE = 0;
    private static final int AWAITER = 1;

    /** In an array, since an object of a class of this library's would keep its class loader as long as the thread lives. */
    private static final ThreadLocal<Object[]> LAST = ThreadLocal.withInitial(() -> new Object[2]);

    private Asked() {
    }

    /** Keeps an awaiter that was asked. */
    static void keep(Awaitable<?> operand, Awaiter<?> awaiter) {
        Object[] last = LAST.get();
        last[AWAITABLE] = operand;
        last[AWAITER] = awaiter;
    }

    /** The awaiter of an awaitable that was asked on this thread. */
    static Awaiter<?> take(Awaitable<?> operand) {
        Object[] last = LAST.get();
        Awaiter<?> awaiter = last[AWAITABLE] == operand ? (Awaiter<?>) last[AWAITER] : RefusedAwaiter.orAwaiterOf(operand);
        last[AWAITABLE] = null;
        last[AWAITER] = null;
        return awaiter;
    }
}
