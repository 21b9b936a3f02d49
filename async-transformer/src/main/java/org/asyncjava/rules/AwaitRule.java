package org.asyncjava.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rules about awaits and async methods, each with its code, its wording and the decision over the facts.
 *
 * <p>Every rule has a page under {@code docs/rules}.
 */
public enum AwaitRule {
    /** {@code await} in a method or lambda that is not async, and not inside one that is. */
    AWAIT_OUTSIDE_ASYNC("AJ001", "%2$s in %1$s, which is not async",
            "mark the method @Async (for a lambda: use a functional interface whose method is @Async)"
                    + " and return a Coroutine, CompletableFuture or CompletionStage; where a program begins, mark it @AsyncEntry or call"
                    + " Coroutines.run"),

    /** {@code await} in a lambda or in a method of a local class that is not async, inside an async method. */
    AWAIT_IN_PLAIN_LAMBDA("AJ002", "%2$s in %1$s, which is not %3$s although the method around it is",
            "move the await out of it, or make it async: a lambda through a functional interface whose method is @Async, a method"
                    + " of a local class with @Async"),

    /** {@code await} inside {@code synchronized}. */
    AWAIT_HOLDING_MONITOR("AJ003", "%2$s while %1$s holds a monitor",
            "a suspended method cannot keep one, so use AsyncLock instead of synchronized, or await outside of it"),

    /** {@code await} in a constructor or initialiser. */
    AWAIT_IN_INITIALISER("AJ004", "%2$s in %1$s",
            "await in an @Async factory method and pass the result to the constructor"),

    /** {@code @Async} on a method whose declared result cannot be awaited, or that is an entry point, {@code @Generator} on one whose result has no elements. */
    ASYNC_RESULT_NOT_ASYNC("AJ005", "@Async method %s",
            "return Coroutine, CompletableFuture, CompletionStage or a public, extensible subclass of CompletableFuture"
                    + " with a public constructor without parameters"),

    /** {@code Await::await}. */
    REFERENCE_TO_AWAIT("AJ006", "method reference to %2$s in %1$s",
            "call await in the body of an @Async method, or in a lambda of a functional interface whose method is @Async"),

    /** {@code @Async}, {@code @Generator} or {@code @AsyncEntry} where there is no code to suspend. */
    ASYNC_WITHOUT_BODY("AJ007", "%s",
            "it belongs on a method with a body, or on the single abstract method of a functional interface"),

    /** {@code emit} or {@code end} in what is no generator, or an element of a type that the generator does not have. */
    EMIT_OUTSIDE_GENERATOR("AJ008", "%2$s in %1$s, which is no generator",
            "mark the method @Generator and return an Iterable, Iterator or Stream, or, if it awaits as well, @Async and return an AsyncIterable or"
                    + " AsyncIterator"),

    /** A loop over {@code each}, or a resource that is closed by awaiting, in a method or lambda that is not async. */
    OUTSIDE_ASYNC("AJ009", "%2$s in %1$s, which is not async",
            "mark the method @Async (for a lambda: use a functional interface whose method is @Async)"
                    + " and return a Coroutine, CompletableFuture or CompletionStage"),

    /** What waits in a plain generator, or a result that is not the end of one. */
    IN_PLAIN_GENERATOR("AJ010", "%2$s in the generator %1$s",
            "a @Generator waits for nothing, so mark the method @Async instead and return an AsyncIterable or AsyncIterator"),

    /** {@code @Async} method without an await. */
    ASYNC_WITHOUT_AWAIT("AJ101", Level.WARNING, "@Async method %s awaits nothing",
            "remove @Async, which changes nothing here, or await what the method waits for"),

    /** The result of an async call is not used. */
    RESULT_DROPPED("AJ102", Level.WARNING, "the result of %s is dropped",
            "await it, keep it, or pass a coroutine to createTask: a coroutine that nobody starts never runs, and a failure that nobody"
                    + " asks for is not seen"),

    /** A call that blocks the thread, in async code. */
    BLOCKING_CALL("AJ103", Level.WARNING, "blocking call of %s",
            "await instead, so that the thread goes free"),

    /** {@code await} between {@code lock()} and {@code unlock()}. */
    AWAIT_HOLDING_LOCK("AJ104", Level.WARNING, "%2$s while %1$s holds a lock that belongs to its thread",
            "a suspended method may go on in another thread, which cannot unlock it, so use AsyncLock, or unlock before the await"),

    /** A catch clause that ends a cancellation. */
    CANCELLATION_SWALLOWED("AJ105", Level.WARNING, "catch of %s swallows cancellation",
            "catch CancellationException before it and rethrow that, or catch narrower types"),

    /** A call's result that is returned from inside something that is to last until the call is done. */
    RETURNED_BEFORE_DONE("AJ106", Level.WARNING, "the result of %s is returned before it is done",
            "await it and return the value"),

    /** An annotation that lasts as long as a call, on an async method. */
    ANNOTATION_OF_CALL("AJ107", Level.WARNING, "%s lasts only until the method suspends",
            "put the annotation on a method without await that does what needs it, and call that one from here"),

    /** A test that JUnit passes over. */
    TEST_NOT_RUN("AJ108", Level.WARNING, "the test %s is not run", "let it return nothing, and mark it @AsyncTest, of async-junit"),

    /** A coroutine that is started a second time. */
    COROUTINE_USED_AGAIN("AJ109", Level.WARNING, "the coroutine of %s is used a second time",
            "a coroutine runs once, so keep its value, call the method again, or make a task of it with createTask and await that"),

    /** A resource that is closed by awaiting, and is not closed, or not known to be one where it is. */
    RESOURCE_NOT_CLOSED("AJ110", Level.WARNING, "%s", "declare the resource with its type, in the head of a try statement of an @Async method"),

    /** {@code return null} in an async method. */
    NULL_RETURNED("AJ111", Level.WARNING, "%s returns null",
            "its result fails with a NullPointerException, so return CompletableFuture.completedFuture(null), Coroutine.done()"
                    + " or Coroutine.of(null)"),

    /** What no compiler accepts around an await, and the compiler's own message does not explain. */
    REFUSED_BY_COMPILER("AJ112", Level.WARNING, "%s", "see the compiler's message");

    private final String code;
    private final Level level;
    private final String wording;
    private final String mend;

    AwaitRule(String code, String wording, String mend) {
        this(code, Level.ERROR, wording, mend);
    }

    AwaitRule(String code, Level level, String wording, String mend) {
        this.code = code;
        this.level = level;
        this.wording = wording;
        this.mend = mend;
    }

    /**
     * The rule's name in reports.
     *
     * @return {@code AJ} and three digits
     */
    public String code() {
        return code;
    }

    /**
     * How serious it is, if nobody chose otherwise.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * The rule of a code.
     *
     * @param code as in reports
     * @return the rule; empty if there is none
     */
    public static Optional<AwaitRule> ofCode(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    /**
     * Where the rule is explained.
     *
     * @return path of the page from the project's root
     */
    public String docPage() {
        return "docs/rules/" + code + ".md";
    }

    /**
     * The sentence of a report.
     *
     * @param subject what broke the rule, as {@link Enclosure#display} names it
     * @return what is wrong, where, and the mend
     */
    public String message(String subject) {
        return message(subject, mend);
    }

    /**
     * The sentence of a report whose mend depends on what was found.
     *
     * @param subject what broke the rule
     * @param particularMend what to do about it
     * @return what is wrong, where, and the mend
     */
    String message(String subject, String particularMend) {
        return wording.formatted(subject, Marker.AWAIT.display(), "async") + ": " + particularMend;
    }

    /**
     * Makes a report.
     *
     * @param at the code that breaks the rule
     * @param position where
     * @param subject what broke the rule
     * @return the violation
     */
    public Violation violation(Enclosure at, Position position, String subject) {
        return violation(at, position, subject, mend);
    }

    /** A report whose mend depends on what was found. */
    Violation violation(Enclosure at, Position position, String subject, String particularMend) {
        return new Violation(this, at.owner(), at.method(), position, message(subject, particularMend));
    }

    /**
     * Makes a report about a marker.
     *
     * @param at the code that breaks the rule
     * @param position where
     * @param marker what it breaks it with
     * @return the violation
     */
    public Violation violation(Enclosure at, Position position, Marker marker) {
        return violation(at, position, marker, marker.mend(this, at).orElse(mend));
    }

    /** A report about a marker whose mend depends on what was found. */
    Violation violation(Enclosure at, Position position, Marker marker, String particularMend) {
        String subject = wording.formatted(at.display(), marker.display(), marker.isOfGenerators() ? "a generator" : "async");
        return new Violation(this, at.owner(), at.method(), position, subject + ": " + particularMend);
    }

    /**
     * Decides about a marker.
     *
     * @param site the facts
     * @return the rule that it breaks
     */
    public static Optional<AwaitRule> brokenBy(AwaitSite site) {
        Enclosure at = site.innermost();
        Marker marker = site.marker();
        if (at.code().takes(marker)) {
            return site.holdsMonitor() && marker.suspends() ? Optional.of(AWAIT_HOLDING_MONITOR) : Optional.empty();
        }
        if (at.code() == Enclosure.Code.GENERATOR) {
            return Optional.of(IN_PLAIN_GENERATOR);
        }
        if (marker == Marker.CLOSE) {
            return Optional.of(OUTSIDE_ASYNC);
        }
        return Optional.of(switch (at.kind()) {
            case CONSTRUCTOR, INITIALISER -> AWAIT_IN_INITIALISER;
            case LAMBDA, LOCAL_CLASS_METHOD -> site.insideTaking() ? AWAIT_IN_PLAIN_LAMBDA : outside(marker);
            case METHOD -> outside(marker);
        });
    }

    private static AwaitRule outside(Marker marker) {
        return marker.isOfGenerators() ? EMIT_OUTSIDE_GENERATOR : marker == Marker.AWAIT ? AWAIT_OUTSIDE_ASYNC : OUTSIDE_ASYNC;
    }

    /**
     * Decides about a method marked {@code @Async}.
     *
     * @param shape the facts
     * @return the rules that it breaks
     */
    public static List<AwaitRule> brokenBy(MethodShape shape) {
        List<AwaitRule> broken = new ArrayList<>();
        if (shape.objection().isPresent()) {
            broken.add(ASYNC_RESULT_NOT_ASYNC);
        }
        if (shape.body() == MethodShape.Body.NATIVE || shape.body() == MethodShape.Body.ABSTRACT) {
            broken.add(ASYNC_WITHOUT_BODY);
        }
        return List.copyOf(broken);
    }
}
