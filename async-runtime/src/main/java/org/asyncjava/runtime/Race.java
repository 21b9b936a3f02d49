package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.asyncjava.Awaitable;

/** Several that run at the same time until one of them counts as the winner; the others are cancelled and seen to end. Confined to its loop. */
final class Race<T> {
    /** Who wins. */
    enum Winner { FIRST_TO_END, FIRST_TO_SUCCEED }

    private final Winner rule;
    private final List<Awaitable<? extends T>> operands;
    private final List<Throwable> failures = new ArrayList<>();
    private final Children runners = new Children() {
        @Override
        void ended(LoopFuture<?> runner) {
            judge(runner);
        }
    };
    private EventLoop loop;
    private LoopFuture<? extends T> winner;
    private CancellationException cancellation;

    private Race(Winner rule, List<Awaitable<? extends T>> operands) {
        this.rule = rule;
        this.operands = operands;
    }

    static <T> Race<T> of(Winner rule, Collection<? extends Awaitable<? extends T>> operands) {
        if (Objects.requireNonNull(operands, "operands").isEmpty()) {
            throw new IllegalArgumentException("nothing to run: the collection of operands is empty");
        }
        operands.forEach(operand -> Objects.requireNonNull(operand, "operand"));
        return new Race<>(rule, List.copyOf(operands));
    }

    List<Awaitable<? extends T>> operands() {
        return operands;
    }

    /** False where who awaits it goes on on no loop. */
    boolean start() {
        loop = EventLoop.goingOn(ThreadState.current());
        if (loop == null) {
            return false;
        }
        loop.tasks.requireOwn(operands);
        operands.forEach(operand -> runners.add(loop.tasks.ensureFuture(operand)));
        return true;
    }

    @SuppressWarnings("unchecked")
    private void judge(LoopFuture<?> runner) {
        Throwable failure = runner.failure();
        if (winner != null || cancellation != null) {
            return;
        }
        if (rule == Winner.FIRST_TO_SUCCEED && failure != null) {
            failures.add(failure);
        } else {
            winner = (LoopFuture<? extends T>) runner;
            runners.cancelAll();
        }
    }

    /** Tells whether some still run. */
    boolean isOn() {
        return !runners.isEmpty();
    }

    Deferred<Void> allEnded() {
        return runners.noneLeft(loop);
    }

    /** Who waits for the winner is asked to give up. */
    void cancel(CancellationException request) {
        cancellation = request;
        runners.cancelAll();
    }

    /** Who has won; throws where nobody has. */
    LoopFuture<? extends T> winner() {
        if (cancellation != null) {
            throw cancellation;
        }
        if (winner == null) {
            throw new ExceptionGroup("all operands failed", failures);
        }
        return winner;
    }
}
