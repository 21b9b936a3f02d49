package org.asyncjava.compiler.walk;

import java.util.function.Predicate;
import org.asyncjava.rules.flow.CodeEvents;

/** Looks for a call or a try statement in code, but not in the lambdas and classes in it. */
public final class OwnCode<N> implements CodeEvents<N> {
    private final Predicate<N> isWanted;
    private final Predicate<N> isWantedTry;
    private boolean isFound;

    private OwnCode(Predicate<N> isWanted, Predicate<N> isWantedTry) {
        this.isWanted = isWanted;
        this.isWantedTry = isWantedTry;
    }

    /**
     * Looks for a call.
     *
     * @param source reads the code
     * @param code where to look
     * @param isWanted whether it is a call that is looked for
     * @param <N> what represents a node of the source
     * @return true if there is one
     */
    public static <N> boolean calls(Code<N> source, N code, Predicate<N> isWanted) {
        return callsOrTries(source, code, isWanted, statement -> false);
    }

    /**
     * Looks for a call or a try statement.
     *
     * @param source reads the code
     * @param code where to look
     * @param isWanted whether it is a call that is looked for
     * @param isWantedTry whether it is a try statement that is looked for
     * @param <N> what represents a node of the source
     * @return true if there is one
     */
    public static <N> boolean callsOrTries(Code<N> source, N code, Predicate<N> isWanted, Predicate<N> isWantedTry) {
        OwnCode<N> search = new OwnCode<>(isWanted, isWantedTry);
        source.tell(code, search);
        return search.isFound;
    }

    @Override
    public void call(N call, N target, Runnable operands) {
        isFound |= isWanted.test(call);
        if (!isFound) {
            operands.run();
        }
    }

    @Override
    public void attempt(Attempt<N> attempt) {
        isFound |= isWantedTry.test(attempt.statement());
        if (!isFound) {
            CodeEvents.super.attempt(attempt);
        }
    }
}
