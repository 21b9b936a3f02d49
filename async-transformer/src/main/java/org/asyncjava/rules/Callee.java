package org.asyncjava.rules;

import java.util.Set;

/**
 * What is called, as far as the rules care.
 *
 * @param declaredIn name of the class that declares the method, with dots
 * @param types that class and everything it extends and implements, as far as known; names with dots
 * @param name the method's name
 * @param arguments how many parameters it has
 * @param startsAsyncWork whether it carries {@code @Async} or returns a {@code Coroutine}
 */
public record Callee(String declaredIn, Set<String> types, String name, int arguments, boolean startsAsyncWork) {
    /** The name of constructors. */
    public static final String CONSTRUCTOR = "<init>";

    /** Makes a callee; the set is copied. */
    public Callee {
        types = Set.copyOf(types);
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
