package org.asyncjava.rules;

import java.util.Optional;
import java.util.Set;

/**
 * One piece of code with a frame of its own that an await stands in: a method, or a lambda inside it.
 *
 * @param kind what it is
 * @param owner name of its class, with dots
 * @param method name of the method; of a lambda, the name of the method it is written in
 * @param code what its code is by its mark, whatever else may be wrong with it
 * @param namesake an annotation on it that is called as ours is, and is another one: its name, as far as known; empty if there is none
 */
public record Enclosure(Kind kind, String owner, String method, Code code, Optional<String> namesake) {
    /** Simple names of annotations by which other libraries mark what they run elsewhere. */
    private static final Set<String> NAMESAKES = Set.of("Async", "Asynchronous");

    /**
     * Code without an annotation that could be taken for ours.
     *
     * @param kind what it is
     * @param owner name of its class, with dots
     * @param method name of the method
     * @param async whether it is async itself
     */
    public Enclosure(Kind kind, String owner, String method, boolean async) {
        this(kind, owner, method, async ? Code.ASYNC : Code.PLAIN, Optional.empty());
    }

    /**
     * Tells whether an annotation is called as ours is, or as good as.
     *
     * @param annotation its name, with or without its package
     * @return true of {@code Async} and {@code Asynchronous} of other libraries
     */
    public static boolean isNamesake(String annotation) {
        return NAMESAKES.contains(annotation.substring(annotation.lastIndexOf('.') + 1)) && !annotation.equals("org.asyncjava.Async");
    }

    /** What code is by its mark. */
    public enum Code {
        /** Not marked. */
        PLAIN,
        /** Async, and no generator. */
        ASYNC,
        /** An async generator. */
        ASYNC_GENERATOR,
        /** A generator that waits for nothing. */
        GENERATOR,
        /** An entry point, whose caller waits until it has ended. */
        ENTRY;

        /**
         * Tells whether a marker may stand in it.
         *
         * @param marker any marker
         * @return false if it is out of place
         */
        public boolean takes(Marker marker) {
            return marker.isOfGenerators() ? isGenerator() : this == ASYNC || this == ASYNC_GENERATOR || this == ENTRY;
        }

        /**
         * Tells whether it is a generator of either kind.
         *
         * @return true if so
         */
        public boolean isGenerator() {
            return this == ASYNC_GENERATOR || this == GENERATOR;
        }
    }

    /**
     * Tells whether it is async itself.
     *
     * @return true of async methods and lambdas, async generators included, and of entry points
     */
    public boolean async() {
        return code == Code.ASYNC || code == Code.ASYNC_GENERATOR || code == Code.ENTRY;
    }

    /** What an await can stand in. */
    public enum Kind {
        /** A method of a top-level or member class. */
        METHOD,
        /** A method of a local or anonymous class. */
        LOCAL_CLASS_METHOD,
        /** The body of a lambda. */
        LAMBDA,
        /** A constructor, with the field initialisers that the compiler put into it. */
        CONSTRUCTOR,
        /** A static initialiser, with the initialisers of static fields. */
        INITIALISER
    }

    /** Whether a program begins here. */
    boolean isMain() {
        return kind == Kind.METHOD && method.equals("main");
    }

    /**
     * How messages call it.
     *
     * @return for instance {@code demo.Shop.total} or {@code a lambda in demo.Shop.total}
     */
    public String display() {
        return switch (kind) {
            case METHOD -> owner + "." + method;
            case LOCAL_CLASS_METHOD -> "method " + method + " of the local class " + owner;
            case LAMBDA -> "a lambda in " + written();
            case CONSTRUCTOR -> "a constructor or field initialiser of " + owner;
            case INITIALISER -> "a static initialiser of " + owner;
        };
    }

    private String written() {
        return switch (method) {
            case "<init>", "<clinit>" -> "an initialiser of " + owner;
            default -> owner + "." + method;
        };
    }
}
