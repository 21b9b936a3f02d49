package org.asyncjava.compiler.walk;

import java.util.List;
import org.asyncjava.rules.EntryShape;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.rules.Violation;

/**
 * How a method is marked whose body may await.
 *
 * @param isEntry whether it is an entry point, which returns values as they are, and no {@code @Async} method
 * @param broken the rules that its declaration breaks
 */
public record Mark(boolean isEntry, List<Violation> broken) {
    /** Makes a mark; the list is copied. */
    public Mark {
        broken = List.copyOf(broken);
    }

    /**
     * The mark {@code @Async}.
     *
     * @param shape the declaration
     * @return a mark
     */
    public static Mark async(MethodShape shape) {
        return new Mark(false, shape.violations());
    }

    /**
     * The mark {@code @AsyncEntry}, or an annotation that carries it.
     *
     * @param shape the declaration
     * @return a mark
     */
    public static Mark entry(EntryShape shape) {
        return new Mark(true, shape.violations());
    }

    /** Whether the body is transformed. */
    boolean isLegal() {
        return broken.isEmpty();
    }
}
