package org.asyncjava.runtime;

/**
 * The members of a call, read and written directly where it is the usual kind of machine.
 *
 * <p>There are as many classes of machines as async methods, so a call through the interface {@link HotCall} would be looked up anew each time,
 * and a test for an interface would search the class's supertypes; a test for a superclass is one comparison.
 */
final class HotFields {
    private HotFields() {
    }

    static int state(HotCall call) {
        return call instanceof HotContinuation<?> usual ? usual.hotState() : call.hotState();
    }

    static void state(HotCall call, int state) {
        if (call instanceof HotContinuation<?> usual) {
            usual.hotState(state);
        } else {
            call.hotState(state);
        }
    }

    static Object awaited(HotCall call) {
        return call instanceof HotContinuation<?> usual ? usual.hotAwaited() : call.hotAwaited();
    }

    static void awaited(HotCall call, Object operand) {
        if (call instanceof HotContinuation<?> usual) {
            usual.hotAwaited(operand);
        } else {
            call.hotAwaited(operand);
        }
    }

    static Dispatcher dispatcher(HotCall call) {
        return call instanceof HotContinuation<?> usual ? usual.hotDispatcher() : call.hotDispatcher();
    }

    static void dispatcher(HotCall call, Dispatcher dispatcher) {
        if (call instanceof HotContinuation<?> usual) {
            usual.hotDispatcher(dispatcher);
        } else {
            call.hotDispatcher(dispatcher);
        }
    }

    static boolean isDone(HotCall call) {
        return call instanceof HotContinuation<?> usual ? usual.isDone() : call.isDone();
    }

    static boolean settle(HotCall call, Object value) {
        return call instanceof HotContinuation<?> usual ? usual.hotSettle(value) : call.hotSettle(value);
    }

    static HotCall unlink(HotCall call) {
        return call instanceof HotContinuation<?> usual ? usual.hotUnlink() : call.hotUnlink();
    }

    static void resume(HotCall call) throws Throwable {
        if (call instanceof HotContinuation<?> usual) {
            usual.resume();
        } else {
            call.hotResume();
        }
    }

    static HotResumption resumption(HotCall call) {
        return call instanceof HotContinuation<?> usual ? usual : call.hotResumption();
    }

    /** What an operand is when it is an async method's call, otherwise null. */
    static HotCall asCall(Object operand) {
        if (operand instanceof HotContinuation<?> usual) {
            return usual;
        }
        return operand instanceof HotCall call ? call : null;
    }
}
