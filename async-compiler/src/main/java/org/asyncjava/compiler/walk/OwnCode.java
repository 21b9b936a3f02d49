package org.asyncjava.compiler.walk;

import java.util.function.Predicate;
import org.asyncjava.rules.flow.CodeEvents;

/** Looks for a call in code, but not in the lambdas and classes in it. */
public final class OwnCode<N> implements CodeEvents<N> {
    private final Predicate<N> isWanted;
    private boolean isFound;

    private OwnCode(Predicate<N> isWanted) {
        this.isWanted = isWanted;
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
        OwnCode<N> search = new OwnCode<>(isWanted);
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
}
