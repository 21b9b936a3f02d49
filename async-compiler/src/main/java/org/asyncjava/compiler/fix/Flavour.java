package org.asyncjava.compiler.fix;

import java.util.Optional;
import java.util.stream.Stream;
import org.asyncjava.compiler.source.Meanings;

/** What an async method can return. */
enum Flavour {
    /** Runs when it is awaited or started. */
    COROUTINE(Names.COROUTINE, Names.COROUTINE, "of(", "done()"),
    /** Runs when it is called. */
    FUTURE(Names.FUTURE, Names.FUTURE, "completedFuture(", "completedFuture(null)"),
    /** The same, by its interface. */
    STAGE(Names.STAGE, Names.FUTURE, "completedFuture(", "completedFuture(null)");

    private final String className;
    private final String maker;
    private final String value;
    private final String nothing;

    Flavour(String className, String maker, String value, String nothing) {
        this.className = className;
        this.maker = maker;
        this.value = value;
        this.nothing = nothing;
    }

    /** That of a class; empty of other results, such as subclasses of futures. */
    static Optional<Flavour> of(String className) {
        return Stream.of(values()).filter(flavour -> flavour.className.equals(className)).findFirst();
    }

    /** Whether it can be had in a source. If async-java itself is not found, it is not known what else is there. */
    boolean isThere(Meanings meanings) {
        return meanings.exists(className) || !meanings.exists(Names.AWAIT);
    }

    /** Its class as titles name it. */
    String display() {
        return Names.simple(className);
    }

    String type(Draft draft) {
        return draft.type(className);
    }

    /** What comes in front of a value to make a result of it; behind it comes a parenthesis. */
    String opening(Draft draft) {
        return draft.type(maker) + "." + value;
    }

    String nothing(Draft draft) {
        return draft.type(maker) + "." + nothing;
    }
}
