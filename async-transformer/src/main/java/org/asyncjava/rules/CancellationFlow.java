package org.asyncjava.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.asyncjava.rules.flow.CodeEvents;

/**
 * In which catch clauses of some code the cancellation of an await can end.
 *
 * <p>Of the clauses around an await, from the innermost outwards, those that throw anything pass cancellation on, and the first one that names
 * {@code CancellationException} deals with it. For one thread.
 *
 * @param <N> what represents a node of the source
 */
public final class CancellationFlow<N> implements CodeEvents<N> {
    private final Predicate<N> isAwait;
    private final Predicate<N> makesFailure;
    private final List<Clause<N>> swallowing = new ArrayList<>();
    /** Whether something that has been told since the innermost guard began may be cancelled, or throws. */
    private boolean mayBeCancelled;
    private boolean rethrows;

    /**
     * Makes a flow that has been told nothing yet.
     *
     * @param isAwait whether a call is an await
     * @param makesFailure whether a call makes a failed result of an exception
     */
    public CancellationFlow(Predicate<N> isAwait, Predicate<N> makesFailure) {
        this.isAwait = isAwait;
        this.makesFailure = makesFailure;
    }

    /**
     * Where cancellation ends, when all has been told.
     *
     * @return the clauses, inner ones first
     */
    public List<Clause<N>> swallowing() {
        return List.copyOf(swallowing);
    }

    @Override
    public void call(N call, N target, Runnable operands) {
        operands.run();
        mayBeCancelled |= isAwait.test(call);
        rethrows |= makesFailure.test(call);
    }

    @Override
    public void thrown(Runnable operands) {
        operands.run();
        rethrows = true;
    }

    /** What is in a clause, or behind one that passes cancellation on, is guarded by the statement around. */
    @Override
    public void attempt(Attempt<N> attempt) {
        boolean around = mayBeCancelled;
        mayBeCancelled = false;
        attempt.resources().ifPresent(Runnable::run);
        attempt.body().run();
        boolean arrives = mayBeCancelled;
        mayBeCancelled = around;
        for (Clause<N> clause : attempt.clauses()) {
            boolean throwsItself = throwsItself(clause.body());
            if (arrives && clause.caught().get().contains(CatchSite.CANCELLATION)) {
                arrives = false;
            } else if (arrives && clause.caught().get().stream().anyMatch(CatchSite.BROAD::contains)) {
                arrives = false;
                if (throwsItself) {
                    mayBeCancelled = true;
                } else {
                    swallowing.add(clause);
                }
            }
        }
        mayBeCancelled |= arrives;
        attempt.cleanup().ifPresent(Runnable::run);
    }

    private boolean throwsItself(Runnable block) {
        boolean around = rethrows;
        rethrows = false;
        block.run();
        boolean own = rethrows;
        rethrows |= around;
        return own;
    }
}
