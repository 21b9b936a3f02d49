package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.asyncjava.Awaitable;

/** Runs several at the same time until one of them counts as the winner; cancels the others and sees them end. */
final class Race<T> extends Continuation<T> {
    /** Who wins. */
    enum Winner {
        FIRST_TO_END("race"),
        FIRST_TO_SUCCEED("firstSuccess");

        private final String source;

        Winner(String method) {
            this.source = Coroutines.class.getName() + "\0" + method + "\0\0";
        }
    }

    private final Winner rule;
    private final List<Awaitable<? extends T>> operands;
    private final List<Throwable> failures = new ArrayList<>();
    private Children runners;
    private LoopFuture<?> winner;
    private CancellationException cancellation;

    private Race(Winner rule, List<Awaitable<? extends T>> operands) {
        this.rule = rule;
        this.operands = operands;
    }

    static <T> Coroutine<T> of(Winner rule, Collection<? extends Awaitable<? extends T>> operands) {
        if (operands.isEmpty()) {
            throw new IllegalArgumentException("nothing to run: the collection of operands is empty");
        }
        operands.forEach(operand -> Objects.requireNonNull(operand, "operand"));
        return new Race<>(rule, List.copyOf(operands));
    }

    @Override
    protected void resume() throws Throwable {
        if (ColdSteps.state(this) == 1) {
            noteCancellation(ColdSteps.takeOperand(this));
        } else {
            start();
        }
        if (runners.isEmpty()) {
            finish();
        } else {
            ColdSteps.suspend(this, runners.noneLeft(), 1);
        }
    }

    private void start() {
        EventLoop loop = EventLoop.require("race");
        runners = new Children(loop, this::ended);
        loop.tasks.requireOwn(operands);
        operands.forEach(operand -> runners.add(loop.tasks.ensureFuture(operand)));
    }

    private void ended(LoopFuture<?> runner) {
        Throwable failure = runner.failure();
        if (winner != null || cancellation != null) {
            return;
        }
        if (rule == Winner.FIRST_TO_SUCCEED && failure != null) {
            failures.add(failure);
        } else {
            winner = runner;
            runners.cancelAll();
        }
    }

    private void noteCancellation(Object operand) throws Throwable {
        try {
            ColdSteps.outcome(operand);
        } catch (CancellationException cancelled) {
            cancellation = cancelled;
            runners.cancelAll();
        }
    }

    private void finish() throws Throwable {
        if (cancellation != null) {
            throw cancellation;
        }
        if (winner == null) {
            throw new ExceptionGroup("all operands failed", failures);
        }
        complete(winner.takeFor(this));
    }

    @Override
    protected String source() {
        return rule.source;
    }
}
