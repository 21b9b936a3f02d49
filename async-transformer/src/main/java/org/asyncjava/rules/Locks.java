package org.asyncjava.rules;

import java.util.Map;
import org.asyncjava.rules.flow.Effect;

/** Locks, by what their methods do to them. Which of several locks a call is about does not matter. */
public enum Locks {
    /** Those that belong to the thread that has locked them. */
    OF_THREADS(Map.of(Names.LOCK, Names.OF_LOCK)),
    /** All, also those that belong to no thread. */
    ALL(Map.of(Names.LOCK, Names.OF_LOCK, "org.asyncjava.runtime.AsyncLock", Names.OF_PERMITS,
            "org.asyncjava.runtime.AsyncSemaphore", Names.OF_PERMITS));

    private final Map<String, Map<String, Effect>> effects;

    Locks(Map<String, Map<String, Effect>> effects) {
        this.effects = effects;
    }

    /**
     * Tells whether there is such a method of some name, for those to whom types are more work than names.
     *
     * @param method name of a method
     * @return false if no call of a method of this name has an effect
     */
    public boolean mayBe(String method) {
        return effects.values().stream().anyMatch(ofType -> ofType.containsKey(method));
    }

    /**
     * What a call does.
     *
     * @param callee what is called
     * @return the effect on these locks
     */
    public Effect effect(Callee callee) {
        for (Map.Entry<String, Map<String, Effect>> type : effects.entrySet()) {
            if (callee.types().contains(type.getKey())) {
                return type.getValue().getOrDefault(callee.name(), Effect.NONE);
            }
        }
        return Effect.NONE;
    }

    private static final class Names {
        static final String LOCK = "java.util.concurrent.locks.Lock";
        static final Map<String, Effect> OF_LOCK = Map.of("lock", Effect.TAKES, "lockInterruptibly", Effect.TAKES,
                "tryLock", Effect.TRIES, "unlock", Effect.RELEASES);
        static final Map<String, Effect> OF_PERMITS = Map.of("acquire", Effect.TAKES, "tryAcquire", Effect.TRIES, "release", Effect.RELEASES);
    }
}
