package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What {@code gather} returns where no loop runs: it begins on a strand of its own when it is awaited first, or asked for cancellation or to call back.
 * Any thread may do so, any number of times. Whoever awaits it goes on outside of the strand's turns; callbacks run on the strand.
 */
final class StrandFuture<T> extends Deferred<T> implements Driver {
    private final ScopeCall<T> call;

    /** Drivers and callbacks in the order in which they came. Guarded by itself, as {@link #told} is. */
    private final List<Object> waiting = new ArrayList<>(1);
    private boolean told;

    private StrandFuture(EventLoop strand, Function<EventLoop, ? extends Deferred<T>> starting) {
        super(strand);
        this.call = new ScopeCall<>(strand, () -> starting.apply(strand));
    }

    /**
     * Starts something at once on the loop that runs here; where the caller goes on on none it will begin on a strand.
     *
     * @param operands what it starts; copied, since the program may change what they came in before it begins
     * @param starting called on the loop or strand
     */
    static <T, O> Deferred<T> orAtOnce(Collection<? extends O> operands,
            BiFunction<? super EventLoop, ? super Collection<? extends O>, ? extends Deferred<T>> starting) {
        Objects.requireNonNull(operands, "operands");
        ThreadState thread = ThreadState.current();
        EventLoop loop = EventLoop.on(thread);
        if (loop != null && loop == EventLoop.goingOn(thread) || ScopeCall.belongs(operands, loop)) {
            return starting.apply(loop, operands);
        }
        List<O> all = new ArrayList<>(operands);
        all.forEach(operand -> Objects.requireNonNull(operand, "operand"));
        return new StrandFuture<>(ScopeCall.newStrand(), strand -> starting.apply(strand, all));
    }

    @Override
    boolean begin(int depth) {
        if (call.beginOnce()) {
            call.subscribe(this);
        }
        return !isDone();
    }

    /** The work has ended. Outside of the strand's turns. */
    @Override
    public void wake() {
        if (isDone()) {
            return; // somebody has completed it
        }
        T value;
        try {
            value = call.outcome();
        } catch (Throwable failure) {
            end(failure);
            return;
        }
        settleValue(value);
    }

    private void end(Throwable failure) {
        if (failure instanceof CancellationException cancellation && call.wasCancelled()) {
            settle(Failure.ended(cancellation));
        } else {
            LogicalTrace.passes(failure, call, this);
            settleFailure(failure);
        }
    }

    @Override
    void settle(Object outcome) {
        super.settle(outcome);
        List<Object> all;
        synchronized (waiting) {
            told = true;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        if (outcome instanceof Failure failure && all.stream().anyMatch(Driver.class::isInstance)) {
            failure.toThrow(); // who awaits hears of it, also if he has been cancelled and does not ask
        }
        all.forEach(this::tell);
    }

    private void tell(Object whoWaits) {
        if (whoWaits instanceof Driver driver) {
            Throwable failure = failureUnasked();
            if (failure != null) {
                LogicalTrace.reaches(failure, this, driver);
            }
            driver.wake();
        } else {
            callBack(whoWaits);
        }
    }

    @SuppressWarnings("unchecked")
    private void callBack(Object callback) {
        loop.execute(new DoneCallback<>(this, (Consumer<? super LoopFuture<T>>) callback));
    }

    @Override
    void subscribe(Driver driver) {
        join(driver);
        WorkElsewhere work = WorkElsewhere.of(driver, loop, this);
        if (work != null) {
            work.begin();
            join(work);
        }
    }

    @Override
    void hear(Consumer<? super LoopFuture<T>> callback) {
        begin(0);
        join(callback);
    }

    @Override
    void addOutsideWaiter(OutsideWaiter<T> waiter) {
        hear(Context.capturing(waiter));
    }

    private void join(Object whoWaits) {
        boolean late;
        synchronized (waiting) {
            late = told;
            if (!late) {
                waiting.add(whoWaits);
            }
        }
        if (late) {
            tell(whoWaits);
        }
    }

    @Override
    int remove(Object callback) {
        List<Object> all;
        synchronized (waiting) {
            all = List.copyOf(waiting);
        }
        List<Object> equal = all.stream().filter(added -> callback.equals(ContextCallback.unwrapped(added))).toList();
        synchronized (waiting) {
            int before = waiting.size();
            waiting.removeIf(added -> equal.stream().anyMatch(found -> found == added));
            return before - waiting.size();
        }
    }

    /** Where it has not begun, what would run never does. */
    @Override
    public boolean cancel(String message) {
        if (call.beginCancelled(message)) {
            call.subscribe(this);
            return true;
        }
        return !isDone() && call.cancel(message);
    }

    @Override
    void cancelFor(HotCall awaiting) {
        call.cancelFor(awaiting);
    }

    @Override
    boolean isBroughtBy(Loop other) {
        return call.isBroughtBy(other);
    }
}
