package org.asyncjava.rules;

import java.util.List;
import java.util.Set;

/**
 * The facts about an async method that suspends, or that has not begun when its call returns, as those that return a {@code Coroutine}.
 *
 * @param at the method
 * @param annotations what it carries itself, and what its class carries if that is in effect for the method; names with dots
 * @param position where it is; of a class file, the first line of its code
 */
public record AnnotatedMethod(Enclosure at, Set<String> annotations, Position position) {
    /** Makes the facts; the set is copied. */
    public AnnotatedMethod {
        annotations = Set.copyOf(annotations);
    }

    /**
     * The annotations that are of no use here.
     *
     * @param known those that last as long as a call
     * @return a violation for each
     */
    public List<Violation> violations(CallAnnotations known) {
        return annotations.stream().filter(known.names()::contains).sorted()
                .map(name -> AwaitRule.ANNOTATION_OF_CALL.violation(at, position, "@" + name.substring(name.lastIndexOf('.') + 1) + " of " + at.display()))
                .toList();
    }
}
