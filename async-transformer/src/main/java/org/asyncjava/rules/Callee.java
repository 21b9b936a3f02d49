package org.asyncjava.rules;

import java.util.Set;

/**
 * What is called, as far as the rules care.
 *
 * @param declaredIn name of the class that declares the method, with dots
 * @param types that class and everything it extends and implements, as far as known; names with dots
 * @param name the method's name
 * @param arguments how many parameters it has
 * @param work what it has to do with async work
 */
public record Callee(String declaredIn, Set<String> types, String name, int arguments, Work work) {
    /** The name of constructors. */
    public static final String CONSTRUCTOR = "<init>";

    /** What a call has to do with async work. */
    public enum Work {
        /** Nothing that is known. */
        NONE,
        /** It starts some, or may: the method carries {@code @Async} or returns a {@code Coroutine}. */
        STARTED,
        /** It lasts until that has ended: the method is an entry point. */
        ENDED
    }

    /** Makes a callee; the set is copied. */
    public Callee {
        types = Set.copyOf(types);
    }

    /**
     * Tells whether its result is to be awaited.
     *
     * @return true if a call starts async work
     */
    public boolean startsAsyncWork() {
        return work == Work.STARTED;
    }

    /**
     * How messages call it.
     *
     * @return class and name, of a constructor as it is called
     */
    public String display() {
        return name.equals(CONSTRUCTOR) ? "new " + declaredIn : declaredIn + "." + name;
    }
}
