package org.asyncjava.runtime;

import java.util.Objects;

import org.asyncjava.Awaitable;
import org.asyncjava.Awaiter;

/** Stands for the awaiter of an operand that has given one before and refuses now, when the call that awaits it is suspended already. */
record RefusedAwaiter(Throwable refusal) implements Awaiter<Object> {
    static Awaiter<?> orAwaiterOf(Awaitable<?> operand) {
        try {
            return Objects.requireNonNull(operand.awaiter(), "awaiter");
        } catch (Throwable refusal) {
            return new RefusedAwaiter(refusal);
        }
    }

    @Override
    public boolean isDone() {
        return true;
    }

    @Override
    public Object result() throws Throwable {
        throw refusal;
    }

    @Override
    public void onDone(Runnable callback) {
        callback.run();
    }

    @Override
    public boolean cancel() {
        return false;
    }
}
