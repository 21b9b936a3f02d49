package org.asyncjava.runtime;

import java.util.concurrent.RejectedExecutionException;

/** A method that was settled from outside asks the task or deferred that it awaits to give up, on the loop's thread. */
record CancelOnLoop(HotCall call, LoopFuture<?> operand) implements Runnable {
    void send() {
        EventLoop loop = operand.loop;
        if (Loop.on(ThreadState.current()) == loop) {
            Trampoline.run(this);
            return;
        }
        try {
            loop.execute(this);
        } catch (RejectedExecutionException closed) {
            // A closed loop completes nothing any more: there is nobody to cancel and nothing to be woken by.
        }
    }

    /** A task counts its requests, so it gets one only. While it is pending the call is suspended. */
    @Override
    public void run() {
        int state = HotFields.state(call);
        if (!operand.isDone() && (state & HotState.CANCEL_REQUESTED) == 0) {
            HotFields.state(call, state | HotState.CANCEL_REQUESTED);
            operand.cancel();
        }
    }
}
