package org.asyncjava.rules;

import java.util.Set;

/**
 * The facts about a call that is given a coroutine which some call before it, on every way there, has been given already.
 *
 * @param at the frame that it stands in
 * @param made the async method that has made the coroutine
 * @param position where the call's name is
 */
public record CoroutineUse(Enclosure at, Callee made, Position position) {
    private static final String RUNTIME = "org.asyncjava.runtime.";
    private static final Set<String> TYPES = Set.of(RUNTIME + "Coroutines", RUNTIME + "Combinators", RUNTIME + "EventLoop", RUNTIME + "TaskGroup",
            RUNTIME + "Runner", RUNTIME + "TestLoop");
    private static final Set<String> STARTS = Set.of("createTask", "gather", "gatherOutcomes", "run", "runUntilComplete", "runCoroutineThreadsafe",
            "waitFor", "shield", "race", "firstSuccess", "start");

    /**
     * Tells whether there is a method of some name that starts the coroutines it is given, for those to whom types are more work than names.
     *
     * @param method name of a method
     * @return false if no call of a method of this name does
     */
    public static boolean mayStart(String method) {
        return STARTS.contains(method);
    }

    /**
     * Tells whether a method starts the coroutines it is given, as {@code await} does.
     *
     * @param callee the method
     * @return true if so
     */
    public static boolean starts(Callee callee) {
        return STARTS.contains(callee.name()) && TYPES.contains(callee.declaredIn());
    }

    /**
     * What is wrong.
     *
     * @return the violation
     */
    public Violation violation() {
        return AwaitRule.COROUTINE_USED_AGAIN.violation(at, position, made.display() + " in " + at.display());
    }
}
