package org.asyncjava.benchmarks.contenders.smfull;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

import org.asyncjava.benchmarks.contenders.loop.SharedLoop;

/**
 * A suspended call, its future, the work that it gives to its dispatcher and the function that it leaves with a foreign future: 32 bytes and
 * the locals. A machine that awaits another one is held in that one's field; one atomic operation links, one unlinks.
 *
 * @param <T> the type of the result
 */
abstract class Machine<T> extends CompletableFuture<T> implements Runnable, BiFunction<Object, Throwable, Void> {
    private static final VarHandle AWAITED;
    private static final VarHandle WAITER;

    static {
        try {
            AWAITED = MethodHandles.lookup().findVarHandle(Machine.class, "awaited", Object.class);
            WAITER = MethodHandles.lookup().findVarHandle(Machine.class, "waiter", Machine.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** The first machine that awaits this one, until it is woken. */
    private volatile Machine<?> waiter;
    private Executor dispatcher;

    /** A future or a {@link Sleep}, for cancelling and for its outcome; null while the body runs. */
    private Object awaited;

    /** Goes on with the body, which ends with {@link #settle} or suspends again. */
    abstract void resume() throws Throwable;

    // ---- for bodies

    /** Suspends; the body has saved its locals. It may have gone on before this returns. */
    final Machine<T> suspend(CompletableFuture<?> operand) {
        dispatcher = ThreadPlace.current().dispatcher;
        AWAITED.setRelease(this, operand);
        if (!(operand instanceof Machine<?> callee && callee.link(this))) {
            operand.handle(this);
        }
        if (isDone()) {
            operand.cancel(false);
        }
        return this;
    }

    /** Suspends until the next turn of the loop that is in force. */
    final Machine<T> giveWay() {
        dispatcher = ThreadPlace.current().dispatcher;
        dispatcher.execute(this);
        return this;
    }

    /** Suspends for a time, on the thread of the loop that is in force. */
    final Machine<T> sleep(int millis) {
        dispatcher = ThreadPlace.current().dispatcher;
        Sleep sleep = new Sleep(this);
        AWAITED.setRelease(this, sleep);
        VarHandle.fullFence();
        ((SharedLoop) dispatcher).executeAfter(millis, sleep);
        if (isDone()) {
            sleep.cancel();
        }
        return this;
    }

    /** The outcome of the future that was awaited. */
    final Object outcome() throws Throwable {
        CompletableFuture<?> operand = (CompletableFuture<?>) awaited;
        awaited = null;
        return outcomeOf(operand);
    }

    /** Goes on after {@link #giveWay} or {@link #sleep}. */
    final void taken() {
        awaited = null;
        if (isDone()) {
            throw new CancellationException();
        }
    }

    /** The outcome of a future that is done. */
    static Object outcomeOf(CompletableFuture<?> operand) throws Throwable {
        try {
            return operand.join();
        } catch (CompletionException wrapper) {
            throw wrapper.getCause() == null ? wrapper : wrapper.getCause();
        }
    }

    final Machine<T> settle(T value) {
        super.complete(value);
        return this;
    }

    // ---- resuming

    private boolean link(Machine<?> awaiting) {
        if (waiter != null || !WAITER.compareAndSet(this, null, awaiting)) {
            return false;
        }
        if (isDone()) {
            wakeWaiter();
        }
        return true;
    }

    private Machine<?> unlink() {
        Machine<?> waiting = waiter;
        return waiting != null && WAITER.compareAndSet(this, waiting, null) ? waiting : null;
    }

    private void wakeWaiter() {
        Machine<?> waiting = unlink();
        if (waiting != null) {
            waiting.wake();
        }
    }

    /** The operand is done: goes on where the dispatcher says, or here, with an exception, if it refuses. */
    final void wake() {
        ThreadPlace place = ThreadPlace.current();
        if (dispatcher == null || dispatcher == place.dispatcher) {
            run(place);
            return;
        }
        try {
            dispatcher.execute(this);
        } catch (Throwable refused) {
            AWAITED.setRelease(this, failedFuture(refused));
            run(place);
        }
    }

    /** A foreign future that was awaited is done. */
    @Override
    public final Void apply(Object value, Throwable failure) {
        wake();
        return null;
    }

    @Override
    public final void run() {
        run(ThreadPlace.current());
    }

    private void run(ThreadPlace place) {
        if (place.enter(this)) {
            Executor outside = place.dispatcher;
            for (Machine<?> next = this; next != null; next = place.leave()) {
                next.runChain(place);
            }
            place.dispatcher = outside;
        }
    }

    /** Runs a machine, then the one that waits for it, and so on as long as they end and belong here: nothing recurses. */
    private void runChain(ThreadPlace place) {
        Machine<?> machine = this;
        while (machine != null) {
            place.dispatcher = machine.dispatcher;
            machine.step();
            machine = machine.isDone() ? machine.next(place) : null;
        }
    }

    private void step() {
        try {
            resume();
        } catch (Throwable failure) {
            super.completeExceptionally(failure);
        }
    }

    private Machine<?> next(ThreadPlace place) {
        Machine<?> waiting = unlink();
        if (waiting == null || waiting.dispatcher == null || waiting.dispatcher == place.dispatcher) {
            return waiting;
        }
        waiting.wake();
        return null;
    }

    // ---- settling from outside

    @Override
    public final boolean cancel(boolean mayInterruptIfRunning) {
        boolean before = isDone();
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        return settledOutside(before, cancelled);
    }

    @Override
    public final boolean complete(T value) {
        boolean before = isDone();
        return settledOutside(before, super.complete(value));
    }

    @Override
    public final boolean completeExceptionally(Throwable failure) {
        boolean before = isDone();
        return settledOutside(before, super.completeExceptionally(failure));
    }

    /** Cancels the operand, and its operand, and so on, in a loop; the last one's end makes the bodies throw, the innermost first. */
    private boolean settledOutside(boolean before, boolean result) {
        if (!before) {
            Machine<?> machine = this;
            Object operand = AWAITED.getAcquire(this);
            while (operand instanceof Machine<?> callee && callee.settleCancelled()) {
                machine = callee;
                operand = AWAITED.getAcquire(machine);
            }
            if (operand instanceof CompletableFuture<?> future) {
                future.cancel(false);
            } else if (operand instanceof Sleep sleep) {
                sleep.cancel();
            }
            wakeWaiter();
        }
        return result;
    }

    private boolean settleCancelled() {
        return !isDone() && super.cancel(false);
    }
}
