package org.asyncjava.rules;

import java.util.Set;

/**
 * A place that does not compile, where the compiler's message is a riddle to somebody who is new to {@code await}. What is said goes beside
 * that message and names the mistake.
 *
 * @param at the frame that it stands in
 * @param position where
 */
public record Riddle(Enclosure at, Position position) {
    private static final String COROUTINE = "Coroutine";
    /** Methods of the runtime that take awaitables, and no lambda. */
    private static final Set<String> TAKERS = Set.of("run", "createTask", "gather", "gatherOutcomes", "waitFor", "shield", "race", "firstSuccess",
            "waitAll", "waitAny", "waitFirstException", "asCompleted");
    /** Those of them that take a lambda as well. */
    private static final Set<String> CODE_TAKERS = Set.of("run", "createTask");

    /**
     * Tells whether the runtime's facade has a method of some name that takes awaitables.
     *
     * @param method name of a method
     * @return false if such a call needs no look
     */
    public static boolean takesAwaitables(String method) {
        return TAKERS.contains(method);
    }

    /**
     * An async method returns the value, as it would in other languages, and not what stands for it.
     *
     * @param result simple name of the declared type
     * @param value what is returned, for the mend
     * @return what to say
     */
    public Violation valueReturned(String result, String value) {
        return says(at.display() + " returns a value, and declares a " + result, "return " + made(result, value));
    }

    /**
     * The end of an async method can be reached.
     *
     * @param result simple name of the declared type
     * @return what to say
     */
    public Violation endsWithoutResult(String result) {
        return says(at.display() + " ends without the " + result + " that it declares", "end it with return "
                + (result.equals(COROUTINE) ? "Coroutine.done(), or with Coroutine.of(...) if there is a value"
                        : made(result, "null") + ", or with the value in place of null"));
    }

    /**
     * The end of a generator can be reached.
     *
     * @return what to say
     */
    public Violation endsWithoutEnd() {
        return says(at.display() + " is a generator and has to say where it ends", "end it with return end();");
    }

    private static String made(String result, String value) {
        return switch (result) {
            case COROUTINE -> "Coroutine.of(" + value + ")";
            case "CompletableFuture", "CompletionStage" -> "CompletableFuture.completedFuture(" + value + ")";
            default -> "a " + result + " that is completed with " + value;
        };
    }

    /**
     * A checked exception is caught that an await may throw, of which the compiler does not know.
     *
     * @param exception simple name of its class
     * @return what to say
     */
    public Violation neverThrown(String exception) {
        return says("catch of " + exception + " around an await in " + at.display(),
                "tell the compiler what the await may throw, as in await(..., " + exception + ".class)");
    }

    /**
     * A future that tells nobody when it is done is awaited.
     *
     * @param type its type
     * @return what to say
     */
    public Violation plainFuture(String type) {
        return says(type + " cannot be awaited in " + at.display(), "it tells nobody when it is done, so let its maker return a"
                + " CompletableFuture, or wait for it in another thread, as in await(toThread(() -> future.get()))");
    }

    /**
     * Something is awaited that will never be done, because it is no promise of anything.
     *
     * @param type its type
     * @return what to say
     */
    public Violation notAwaitable(String type) {
        return says(type + " cannot be awaited in " + at.display(),
                "what can be is a CompletionStage, a Coroutine or another Awaitable; a value that is there already needs no await");
    }

    /**
     * A method of the runtime is given stages, and takes awaitables.
     *
     * @param method its name
     * @return what to say
     */
    public Violation stagesGiven(String method) {
        return says(method + " in " + at.display() + " is given a CompletionStage", "wrap each one, as in " + method + "(from(stage), ...)");
    }

    /**
     * A method of the runtime is given a lambda, and takes awaitables, or code that results in a coroutine.
     *
     * @param method its name
     * @return what to say
     */
    public Violation lambdaGiven(String method) {
        if (CODE_TAKERS.contains(method)) {
            return says(method + " in " + at.display() + " is given a lambda that returns no " + COROUTINE,
                    "end it with return Coroutine.done(), or with Coroutine.of(...) if there is a value");
        }
        return says(method + " in " + at.display() + " is given a lambda", "give it the coroutine that an async method returns, as in "
                + method + "(work()) with @Async Coroutine<...> work()");
    }

    private Violation says(String subject, String mend) {
        return AwaitRule.REFUSED_BY_COMPILER.violation(at, position, subject, mend);
    }
}
