package org.asyncjava.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * In which catch clauses of a source the cancellation of an await can end: whoever reads the source tells of awaits, and of the try
 * statements that guard them.
 *
 * <p>Of the clauses around an await, from the innermost outwards, those that rethrow pass cancellation on, and the first one that names
 * {@code CancellationException} deals with it. For one thread.
 *
 * @param <C> what represents a clause
 */
public final class CancellationFlow<C> {
    private final Deque<Guard<C>> guards = new ArrayDeque<>();
    private final List<Clause<C>> found = new ArrayList<>();

    /**
     * A catch clause.
     *
     * @param clause the clause
     * @param caught the types it catches, names with dots
     * @param rethrows whether it throws anything, or makes a failed result; asked only if that matters
     */
    public record Clause<C>(C clause, List<String> caught, BooleanSupplier rethrows) {
    }

    private static final class Guard<C> {
        private final Supplier<List<Clause<C>>> clauses;
        private boolean known;

        Guard(Supplier<List<Clause<C>>> clauses) {
            this.clauses = clauses;
        }
    }

    /**
     * What is guarded by a try statement begins.
     *
     * @param clauses its clauses; asked for once, if there is an await
     */
    public void enter(Supplier<List<Clause<C>>> clauses) {
        guards.push(new Guard<>(clauses));
    }

    /** What is guarded by the innermost try statement has ended. */
    public void leave() {
        guards.pop();
    }

    /** An await. What its cancellation meets from a guard on that has met one before is known. */
    public void await() {
        for (Guard<C> guard : guards) {
            if (guard.known) {
                return;
            }
            guard.known = true;
            if (!passesOn(guard)) {
                return;
            }
        }
    }

    private boolean passesOn(Guard<C> guard) {
        for (Clause<C> clause : guard.clauses.get()) {
            if (clause.caught.contains(CatchSite.CANCELLATION)) {
                return false;
            }
            if (clause.caught.stream().anyMatch(CatchSite.BROAD::contains)) {
                boolean rethrows = clause.rethrows.getAsBoolean();
                if (!rethrows) {
                    found.add(clause);
                }
                return rethrows;
            }
        }
        return true;
    }

    /**
     * Where cancellation ends.
     *
     * @return the clauses
     */
    public List<Clause<C>> swallowing() {
        return List.copyOf(found);
    }
}
