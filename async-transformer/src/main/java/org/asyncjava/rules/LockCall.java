package org.asyncjava.rules;

import java.util.Map;
import org.asyncjava.rules.flow.Effect;

/** The methods of {@code java.util.concurrent.locks.Lock} by which a thread comes to own a lock and gives it back. */
public final class LockCall {
    private static final String TYPE = "java.util.concurrent.locks.Lock";

    private static final Map<String, Effect> EFFECTS = Map.of("lock", Effect.TAKES, "lockInterruptibly", Effect.TAKES,
            "tryLock", Effect.TRIES, "unlock", Effect.RELEASES);

    private LockCall() {
    }

    /**
     * Tells whether there is such a method of some name, for those to whom types are more work than names.
     *
     * @param method name of a method
     * @return false if no call of a method of this name has an effect
     */
    public static boolean mayBe(String method) {
        return EFFECTS.containsKey(method);
    }

    /**
     * What a call does to the locks of the calling thread. Which of several locks it is does not matter.
     *
     * @param callee what is called
     * @return the effect
     */
    public static Effect effect(Callee callee) {
        return callee.types().contains(TYPE) ? EFFECTS.getOrDefault(callee.name(), Effect.NONE) : Effect.NONE;
    }
}
