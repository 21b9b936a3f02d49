package org.asyncjava.rules;

import java.util.Optional;

/** What suspends the code that it stands in, or ends it, and so belongs in async methods and generators alone. */
public enum Marker {
    /** A call of {@code Await.await}. */
    AWAIT("await", "await", "call await in the body of an @Async method, or in a lambda of a functional interface whose method is @Async"),
    /** A call of {@code Emit.emit}. */
    EMIT("emit", "emit", "call emit in the body of a generator"),
    /** A call of {@code Emit.end}. */
    END("end", "return end()", "call end in the body of a generator, as in return end()"),
    /** A call of {@code Each.each}. */
    EACH("each", "loop", "call each in the head of a for loop in the body of an @Async method"),
    /** The end of a resource that is closed by awaiting. */
    CLOSE("the end of an AsyncCloseable resource", "close it", "");

    private static final String GENERATORS = "a lambda through a functional interface whose method is @Async and returns an AsyncIterable or"
            + " AsyncIterator, a method of a local class with an annotation of its own";

    private final String display;
    private final String doing;
    private final String inPlaceOfReference;

    Marker(String display, String doing, String inPlaceOfReference) {
        this.display = display;
        this.doing = doing;
        this.inPlaceOfReference = inPlaceOfReference;
    }

    /**
     * How messages call it.
     *
     * @return for instance {@code await}
     */
    public String display() {
        return display;
    }

    /**
     * Where its method is declared.
     *
     * @return name of the class, with dots; of resources none
     */
    public String declaredIn() {
        return switch (this) {
            case AWAIT -> "org.asyncjava.Await";
            case EMIT, END -> "org.asyncjava.Emit";
            case EACH -> "org.asyncjava.runtime.Each";
            case CLOSE -> "";
        };
    }

    /**
     * Tells whether only generators say this.
     *
     * @return true of emit and end
     */
    public boolean isOfGenerators() {
        return this == EMIT || this == END;
    }

    /**
     * Tells whether the code around may be suspended by it.
     *
     * @return false of what is said at its end
     */
    public boolean suspends() {
        return this != END;
    }

    /**
     * What to do where it may not stand.
     *
     * @param rule the rule that it breaks
     * @param at what it stands in
     * @return the mend; empty where it is that of the rule
     */
    Optional<String> mend(AwaitRule rule, Enclosure at) {
        boolean isPlain = at.code() == Enclosure.Code.GENERATOR;
        return Optional.ofNullable(switch (rule) {
            case AWAIT_IN_PLAIN_LAMBDA -> isOfGenerators() ? "move it out of there, or make a generator of it: " + GENERATORS : this == AWAIT ? null
                    : "move the loop out of it, or make it async: a lambda through a functional interface whose method is @Async, a method"
                            + " of a local class with @Async";
            case AWAIT_HOLDING_MONITOR -> "a suspended method cannot keep one, so " + (isPlain ? "" : "use AsyncLock instead of synchronized, or ")
                    + doing + " outside of it";
            case AWAIT_IN_INITIALISER -> isOfGenerators() ? "write a generator, a method of its own, and iterate over what it returns"
                    : doing + " in an @Async factory method and pass the result to the constructor";
            case REFERENCE_TO_AWAIT -> inPlaceOfReference;
            case AWAIT_HOLDING_LOCK -> isPlain ? "a generator may go on in another thread, which cannot unlock it, so unlock before the " + display
                    : this == AWAIT ? null : "a suspended method may go on in another thread, which cannot unlock it, so use AsyncLock, or unlock"
                            + " before the " + (this == EACH ? "loop" : display);
            case OUTSIDE_ASYNC -> this == CLOSE ? "mark the method @Async (for a lambda: use a functional interface whose method is"
                    + " @Async), or let the resource's class override close to close at once" : null;
            default -> null;
        });
    }
}
