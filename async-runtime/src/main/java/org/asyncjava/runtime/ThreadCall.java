package org.asyncjava.runtime;

import java.util.concurrent.Callable;

/** Calls something on another thread when it is awaited: {@code toThread}. */
final class ThreadCall<T> extends Continuation<T> {
    private final Callable<? extends T> call;

    ThreadCall(Callable<? extends T> call) {
        this.call = call;
    }

    @Override
    protected void resume() throws Throwable {
        if (ColdSteps.state(this) == 1) {
            complete(ColdSteps.outcome(ColdSteps.takeOperand(this)));
            return;
        }
        ThreadState here = ThreadState.current();
        EventLoop loop = EventLoop.require("toThread");
        Callable<? extends T> there = in(Context.captured(here), call);
        ColdSteps.suspend(this, loop.runInExecutor(loop.defaultExecutor.forThreadCalls(), there), 1);
    }

    private static <T> Callable<? extends T> in(Context context, Callable<? extends T> call) {
        return context == null ? call : () -> context.call(() -> {
            try {
                return call.call();
            } catch (Throwable failure) {
                throw Sneaky.rethrow(failure);
            }
        });
    }

    @Override
    protected String source() {
        return Coroutines.class.getName() + "\0toThread\0\0";
    }
}
