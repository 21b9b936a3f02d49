package org.asyncjava.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts about a call that is no await.
 *
 * @param at the frame that it stands in
 * @param callee what is called
 * @param dropped whether its result is thrown away
 * @param position where the call's name is
 */
public record CallSite(Enclosure at, Callee callee, boolean dropped, Position position) {
    /**
     * The rules that the call breaks.
     *
     * @return violations in the order of their codes
     */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        violationByDropping().ifPresent(found::add);
        if (at.async()) {
            AwaitRule rule = AwaitRule.BLOCKING_CALL;
            BlockingCall.mendOf(callee).ifPresent(mend ->
                    found.add(new Violation(rule, at.owner(), at.method(), position, rule.message(subject(), mend))));
        }
        return List.copyOf(found);
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

    private String subject() {
        return callee.display() + " in " + at.display();
    }
}
