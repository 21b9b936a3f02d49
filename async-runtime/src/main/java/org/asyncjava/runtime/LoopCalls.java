package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls that are suspended with one event loop as their dispatcher, so that the end of {@code run} can cancel them. Thread-safe.
 *
 * <p>A call is entered at its first suspension on the loop and stays until its body ends or goes to another dispatcher: one lookup at each
 * end, however often it suspends. So is a call that awaits another one, which may be suspended elsewhere.
 */
final class LoopCalls {
    /** Null while there has been none: a loop may be one of very many. */
    private Map<HotCall, Boolean> calls;

    /** Enters a call that is about to be suspended; its dispatcher is the loop. */
    static void register(HotCall call, Loop loop) {
        int state = HotFields.state(call);
        if ((state & HotState.REGISTERED) == 0) {
            HotFields.state(call, state | HotState.REGISTERED);
            loop.hotCalls.add(call);
        }
    }

    /** Removes a call whose body has ended or is about to wait elsewhere; its dispatcher is still the loop that it was entered with. */
    static void forget(HotCall call) {
        int state = HotFields.state(call);
        if ((state & HotState.REGISTERED) != 0) {
            HotFields.state(call, state & ~HotState.REGISTERED);
            ((Loop) ContextDispatcher.dispatcherOf(call)).hotCalls.remove(call);
        }
    }

    /** Removes a call that no way leads to, so that the end of {@code run} does not wait for it. */
    static void giveUp(HotCall call) {
        if (ContextDispatcher.dispatcherOf(call) instanceof Loop loop) {
            loop.hotCalls.remove(call);
        }
    }

    private synchronized void add(HotCall call) {
        if (calls == null) {
            calls = new IdentityHashMap<>();
        }
        calls.put(call, Boolean.TRUE);
    }

    private synchronized void remove(HotCall call) {
        if (calls != null) {
            calls.remove(call);
        }
    }

    synchronized boolean isEmpty() {
        return calls == null || calls.isEmpty();
    }

    synchronized int size() {
        return calls == null ? 0 : calls.size();
    }

    /** Which methods are suspended. */
    List<String> sources() {
        return all().stream().map(call -> SourcePosition.of(call.hotSource()).method()).toList();
    }

    /** Cancels all calls that have not been; each body is resumed with a CancellationException when its operand, which is cancelled too, is done. */
    void cancelAll() {
        for (HotCall call : all()) {
            if (!call.isDone()) {
                HotCancel.cancel(call);
            }
        }
    }

    /** A copy of what is suspended now. */
    synchronized List<HotCall> all() {
        return calls == null ? List.of() : new ArrayList<>(calls.keySet());
    }
}
