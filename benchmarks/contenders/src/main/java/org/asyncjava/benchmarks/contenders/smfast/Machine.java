package org.asyncjava.benchmarks.contenders.smfast;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * A suspended call, its future, and the function that it leaves with a foreign future; 24 bytes and the locals. Knows nothing of its operand: it
 * is resumed with the value.
 *
 * @param <T> the type of the result
 */
abstract class Machine<T> extends CompletableFuture<T> implements Runnable, BiFunction<Object, Throwable, Void> {
    private static final VarHandle WAITER;

    static {
        try {
            WAITER = MethodHandles.lookup().findVarHandle(Machine.class, "waiter", Machine.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile Machine<?> waiter;

    abstract void resume(Object value);

    /** Suspends; the body has saved its locals. It may have gone on before this returns. */
    final Machine<T> suspend(CompletableFuture<?> operand) {
        if (!(operand instanceof Machine<?> callee && callee.link(this))) {
            operand.handle(this);
        }
        return this;
    }

    private boolean link(Machine<?> awaiting) {
        if (waiter != null || !WAITER.compareAndSet(this, null, awaiting)) {
            return false;
        }
        if (isDone()) {
            resumeWaiter(join());
        }
        return true;
    }

    final Machine<T> settle(T value) {
        complete(value);
        resumeWaiter(value);
        return this;
    }

    /** Whoever takes the waiter out resumes it: who has settled this machine, or who has linked itself when it was too late. */
    private void resumeWaiter(Object value) {
        Machine<?> waiting = waiter;
        if (waiting != null && WAITER.compareAndSet(this, waiting, null)) {
            waiting.resume(value);
        }
    }

    @Override
    public final Void apply(Object value, Throwable failure) {
        resume(value);
        return null;
    }

    @Override
    public final void run() {
        resume(null);
    }
}
