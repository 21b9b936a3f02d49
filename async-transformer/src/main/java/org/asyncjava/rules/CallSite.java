package org.asyncjava.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts about a call that is no await.
 *
 * @param at the frame that it stands in
 * @param callee what is called
 * @param dropped whether its result is thrown away, or nothing but made into text
 * @param position where the call's name is
 */
public record CallSite(Enclosure at, Callee callee, boolean dropped, Position position) {
    /**
     * The rules that the call breaks.
     *
     * @return violations in the order of their codes
     */
    public List<Violation> violations() {
        return Stream.of(violationByDropping(), violationByBlocking()).flatMap(Optional::stream).toList();
    }

    /**
     * The rule that is broken by throwing the result away. Of a method reference it is the only one: it calls nothing here.
     *
     * @return a violation, if the result matters and is thrown away
     */
    public Optional<Violation> violationByDropping() {
        return dropped && callee.startsAsyncWork()
                ? Optional.of(AwaitRule.RESULT_DROPPED.violation(at, position, subject())) : Optional.empty();
    }

    /**
     * The rule that is broken by blocking the thread of async code.
     *
     * @return a violation, if the code is async and the call can block
     */
    public Optional<Violation> violationByBlocking() {
        AwaitRule rule = AwaitRule.BLOCKING_CALL;
        return at.async() ? BlockingCall.mendOf(callee)
                .map(mend -> rule.violation(at, position, subject(), mend)) : Optional.empty();
    }

    /**
     * Tells whether there is a blocking method of some name, for those to whom types are more work than names.
     *
     * @param method name of a method
     * @return false if a method of this name breaks the rule only if it is an entry point
     */
    public static boolean mayBlock(String method) {
        return BlockingCall.NAMES.contains(method);
    }

    /**
     * Tells whether a blocking call is one that may run in another thread while it is awaited.
     *
     * @param violation a report
     * @return false of calls that have a counterpart which can be awaited, and of other reports
     */
    public static boolean mayRunElsewhere(Violation violation) {
        return violation.rule() == AwaitRule.BLOCKING_CALL && violation.message().endsWith(BlockingCall.TO_THREAD);
    }

    private String subject() {
        return callee.display() + " in " + at.display();
    }
}
