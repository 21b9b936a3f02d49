package org.asyncjava.runtime;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What is awaited where no loop runs and needs one: it runs on a strand of its own, which is garbage when it has ended. The strand begins on the thread
 * that awaits, and goes on with the dispatcher that was in force there, or else with the default executor.
 */
final class StrandCall<T> extends OutsideCall<T> {
    private final Supplier<? extends LoopFuture<T>> starting;

    /**
     * Work that has not begun.
     *
     * @param strand a new one
     * @param starting called on the strand
     */
    StrandCall(EventLoop strand, Supplier<? extends LoopFuture<T>> starting) {
        super(strand);
        this.starting = starting;
    }

    /** The code of a scope. */
    static <T> StrandCall<T> of(Coroutine<T> code) {
        EventLoop strand = newStrand();
        return new StrandCall<>(strand, () -> strand.createTask(code));
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
        callee().strandTurns().runHere(Context.capturing(first));
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
        return "<scope on a strand>";
    }
}
