package org.asyncjava.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts about one method that carries {@code @AsyncEntry}, itself or through another annotation. Any result is fine.
 *
 * @param className name of its class, with dots
 * @param name its name
 * @param body whether and why it has code
 * @param otherMark {@code @Async} or {@code @Generator} if it carries that, too
 * @param position where it is; of a class file, the first line of its code
 */
public record EntryShape(String className, String name, MethodShape.Body body, Optional<String> otherMark, Position position) {
    /**
     * The rules that the declaration breaks.
     *
     * @return a violation per rule, in the order of their codes
     */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        String method = className + "." + name;
        otherMark.ifPresent(mark -> found.add(violation(AwaitRule.ASYNC_RESULT_NOT_ASYNC, mark + " method " + method + " is marked @AsyncEntry, too: keep"
                + " @AsyncEntry if callers are to wait until the method has ended, or " + mark + (mark.equals("@Async")
                        ? " if they are to get a result that they await" : " if they are to iterate over its elements"))));
        if (body != MethodShape.Body.CODE) {
            found.add(violation(AwaitRule.ASYNC_WITHOUT_BODY, AwaitRule.ASYNC_WITHOUT_BODY.message("@AsyncEntry on " + body.display() + " " + method,
                    "it belongs on a method with a body")));
        }
        return List.copyOf(found);
    }

    private Violation violation(AwaitRule rule, String message) {
        return new Violation(rule, className, name, position, message);
    }
}
