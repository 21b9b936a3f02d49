package org.asyncjava.runtime;

import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;

/** Asks the body of a call whose future was settled from outside to end, by cancelling what it waits for. Any thread. */
final class HotCancel {
    private HotCancel() {
    }

    /**
     * Cancels the operand if the body is suspended and has not been told before. If it runs, it finds out when it suspends next.
     *
     * @param call a call whose future is done
     */
    static void request(HotCall call) {
        Object waitsFor = HotFields.awaited(call);
        Object leaf = HotDrive.leafOf(waitsFor);
        VarHandle.loadLoadFence();
        // Unchanged: the leaf was read while the call was suspended. A delivered request is visible with any operand that came later.
        if (leaf != null && HotFields.awaited(call) == waitsFor && !HotState.isCancelDelivered(HotFields.state(call))) {
            request(call, leaf);
        }
    }

    /**
     * Cancels a call's future as any code may; one of the program's own kind whose {@code cancel} throws is failed instead.
     *
     * @return whether the future was cancelled by this
     */
    static boolean cancel(HotCall call) {
        try {
            return call.cancel(true);
        } catch (Throwable broken) {
            DroppedFailure.reportBroken("cancel() of a future", broken, HotFields.resumption(call));
            return failInstead(call);
        }
    }

    private static boolean failInstead(HotCall call) {
        try {
            boolean failed = call.hotFail(new CancellationException());
            HotSteps.settledOutside(call, !failed);
            return failed;
        } catch (Throwable broken) {
            DroppedFailure.reportBroken("completeExceptionally() of a future", broken, HotFields.resumption(call));
            LoopCalls.giveUp(call);
            return false;
        }
    }

    /** Cancels an operand; through the trampoline, because that may be a call with an operand of its own, and so on. */
    static void request(HotCall call, Object leaf) {
        if (leaf instanceof Operand ours) {
            ours.cancelFor(call);
        } else {
            Trampoline.run(() -> Operands.cancel(leaf, null));
        }
    }
}
