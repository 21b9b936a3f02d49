package org.asyncjava.runtime;

import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What needs a loop and is awaited by a call that goes on on none: it runs on a strand of its own, which is garbage when it has ended, unless it is about
 * something that belongs to the loop of this thread. The strand begins on the thread that awaits, and goes on with the dispatcher that was in force
 * there, or else with the default executor.
 */
final class ScopeCall<T> extends OutsideCall<T> {
    private final Supplier<? extends LoopFuture<T>> starting;

    /**
     * Work that has not begun.
     *
     * @param loop a new strand, or the loop of this thread
     * @param starting called on the loop
     */
    ScopeCall(EventLoop loop, Supplier<? extends LoopFuture<T>> starting) {
        super(loop);
        this.starting = starting;
    }

    /**
     * The code of a scope.
     *
     * @param operands what it is known to await
     */
    static <T> ScopeCall<T> of(Coroutine<T> code, Collection<?> operands) {
        EventLoop here = EventLoop.on(ThreadState.current());
        EventLoop loop = belongs(operands, here) ? here : newStrand();
        return new ScopeCall<>(loop, () -> loop.createTask(code));
    }

    /** Tells whether something belongs to a loop, and so can only be awaited there. */
    static boolean belongs(Collection<?> operands, EventLoop loop) {
        return loop != null && operands.stream().anyMatch(operand -> operand instanceof LoopFuture<?> future && future.loop == loop);
    }

    /** A strand that goes on where a method would that is suspended here. */
    static EventLoop newStrand() {
        Executor dispatcher = ThreadState.current().dispatcherInForce();
        return EventLoop.on(dispatcher == null ? DefaultDispatch.get() : dispatcher);
    }

    @Override
    boolean begin(int depth) {
        beginAs(RUNNING);
        run(this::start);
        return !isOver();
    }

    /** As {@link #begin} unless somebody else has begun; false then. */
    boolean beginOnce() {
        return beginOnce(this::start);
    }

    /** As {@link #beginOnce}, with a request for cancellation before anything that it starts has run. */
    boolean beginCancelled(String message) {
        return beginOnce(() -> {
            start();
            hear(message);
        });
    }

    private boolean beginOnce(Runnable first) {
        boolean begins = changes(UNSTARTED, RUNNING);
        if (begins) {
            NeverAwaited.takenOver(this);
            run(first);
        }
        return begins;
    }

    private void start() {
        start(starting);
    }

    private void run(Runnable first) {
        HostTurns strand = callee().strandTurns();
        if (strand == null || callee().isOwnThread()) {
            first.run();
        } else {
            strand.runHere(Context.capturing(first));
        }
    }

    @Override
    void subscribe(Driver waiting) {
        driver(waiting);
        if (isOver()) {
            wakeLate();
        }
    }

    @Override
    boolean isItsFollower() {
        return true;
    }

    @Override
    public String toString() {
        return "<scope on " + (callee().strandTurns() == null ? "a loop>" : "a strand>");
    }
}
