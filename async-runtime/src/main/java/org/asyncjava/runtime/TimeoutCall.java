package org.asyncjava.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

import org.asyncjava.Awaitable;

/** Runs code with a time limit: {@code withTimeout}, {@code timeoutAt}. */
final class TimeoutCall<T> extends Continuation<T> {
    private static final String WITH_TIMEOUT = Coroutines.class.getName() + "\0withTimeout\0\0";
    private static final String TIMEOUT_AT = Coroutines.class.getName() + "\0timeoutAt\0\0";

    private final String source;
    private final Consumer<Timeout> limit;
    private final AsyncFunction<? super Timeout, T> body;
    private final Timeout timeout = new Timeout();

    private TimeoutCall(String source, Consumer<Timeout> limit, AsyncFunction<? super Timeout, T> body) {
        this.source = source;
        this.limit = limit;
        this.body = body;
    }

    static <T> Coroutine<T> after(Duration duration, AsyncFunction<? super Timeout, T> body) {
        return after(WITH_TIMEOUT, duration, body);
    }

    /** {@code waitFor} with some time. */
    static <T> Coroutine<T> waiting(Awaitable<T> operand, Duration duration) {
        return after(ExpiredWait.WAIT_FOR, duration, t -> operand instanceof Coroutine<T> coroutine ? coroutine : new Follower<>(operand));
    }

    private static <T> Coroutine<T> after(String source, Duration duration, AsyncFunction<? super Timeout, T> body) {
        Objects.requireNonNull(duration, "limit");
        return new TimeoutCall<>(source, timeout -> timeout.reschedule(duration), body);
    }

    static <T> Coroutine<T> at(long when, AsyncFunction<? super Timeout, T> body) {
        return new TimeoutCall<>(TIMEOUT_AT, timeout -> timeout.reschedule(when), body);
    }

    @Override
    protected void resume() throws Throwable {
        Object operand = null;
        if (ColdSteps.state(this) == 1) {
            operand = ColdSteps.takeOperand(this);
        } else {
            ScopeOwner owner = ScopeOwner.entering(this, "withTimeout");
            timeout.enter(owner, this);
            limit.accept(timeout);
        }
        Object value;
        try {
            if (operand == null) {
                Coroutine<T> code = body.apply(timeout);
                if (ColdSteps.pending(code, this)) {
                    ColdSteps.suspend(this, code, 1);
                    return;
                }
                operand = code;
            }
            value = ColdSteps.outcome(operand);
        } catch (Throwable failure) {
            timeout.leave();
            throw timeout.translated(failure);
        }
        timeout.leave();
        complete(value);
    }

    @Override
    protected String source() {
        return source;
    }
}
