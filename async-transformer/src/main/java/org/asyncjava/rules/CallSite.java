package org.asyncjava.rules;

import java.util.ArrayList;
import java.util.List;

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
        String subject = callee.display() + " in " + at.display();
        if (dropped && callee.startsAsyncWork()) {
            found.add(AwaitRule.RESULT_DROPPED.violation(at, position, subject));
        }
        if (at.async()) {
            AwaitRule rule = AwaitRule.BLOCKING_CALL;
            BlockingCall.mendOf(callee).ifPresent(mend ->
                    found.add(new Violation(rule, at.owner(), at.method(), position, rule.message(subject, mend))));
        }
        return List.copyOf(found);
    }
}
