package org.asyncjava.runtime;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Lets a chain of tail calls run in constant memory: {@code await(x); return loop(n - 1);}.
 *
 * <p>A suspended call that ends with another call's future has to be completed with it, so each would keep the next one alive, in
 * proportion to the length of the chain, but for one case: where the future that the tail call returned is known to nobody but the
 * caller, the caller can let its own follower wait for it and drop out. That is so if an async method called directly at the tail call
 * made it. The generated code tells when a tail call begins; a call that suspends for the first time during it looks at the stack, which
 * costs about a microsecond, whether it was called right there.
 *
 * <pre>{@code
 *   follower --follows--> caller --ends with--> returned         becomes         follower --follows--> returned
 * }</pre>
 */
final class TailCalls {
    private static final StackWalker STACK = StackWalker.getInstance();

    private TailCalls() {
    }

    /**
     * A body is about to make a tail call.
     *
     * @param caller the call that ends with it
     * @param callee name of the method that is called
     */
    static void begin(HotCall caller, String callee) {
        ThreadState thread = ThreadState.current();
        thread.tailCaller = caller;
        thread.tailCallee = callee;
        thread.tailResult = null;
    }

    /**
     * A call is being suspended for the first time, during a tail call.
     *
     * @param call the call
     * @param thread the current thread's state, with a tail caller
     */
    static void noteFirstSuspension(HotCall call, ThreadState thread) {
        SourcePosition callee = SourcePosition.of(call.hotSource());
        if (callee.isNamed(thread.tailCallee) && isCalledDirectly(call, callee, (HotCall) thread.tailCaller)) {
            thread.tailResult = call;
        }
    }

    /** Innermost first: the machine's save method, body and kick-off of the callee, body of the caller, its machine's resume method. */
    private static boolean isCalledDirectly(HotCall call, SourcePosition callee, HotCall caller) {
        SourcePosition source = SourcePosition.of(caller.hotSource());
        String machine = call.getClass().getName();
        List<StackWalker.StackFrame> frames = STACK.walk(all -> all
                .dropWhile(frame -> !frame.getClassName().equals(machine)).dropWhile(frame -> frame.getClassName().equals(machine))
                .limit(4).collect(Collectors.toList()));
        return frames.size() == 4 && callee.isOf(frames.get(0)) && callee.isOf(frames.get(1)) && source.isOf(frames.get(2))
                && frames.get(3).getClassName().equals(caller.getClass().getName());
    }

    /**
     * The tail call has returned.
     *
     * @param returned what it returned
     * @return whether the caller alone knows it
     */
    static boolean endsExclusively(CompletionStage<?> returned) {
        ThreadState thread = ThreadState.current();
        boolean exclusive = returned != null && thread.tailResult == returned;
        thread.tailCaller = null;
        thread.tailResult = null;
        return exclusive;
    }

    /**
     * Takes the follower of a call that ends, if the follower alone knows that call.
     *
     * @param ending the call
     * @return its follower, linked to nothing; null if the call has to be completed for somebody
     */
    static HotCall takeFollower(HotCall ending) {
        HotCall waiter = HotFields.unlink(ending);
        if (waiter == null || HotState.followsExclusively(HotFields.state(waiter))) {
            return waiter;
        }
        HotDrive.relink(waiter, ending);
        return null;
    }
}
