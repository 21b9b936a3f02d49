package org.asyncjava.compiler.walk;

import java.util.List;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.EntryShape;
import org.asyncjava.rules.GeneratorShape;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.rules.Violation;

/**
 * How a method is marked whose body may be suspended.
 *
 * @param code what its code is by the mark
 * @param broken the rules that its declaration breaks
 */
public record Mark(Enclosure.Code code, List<Violation> broken) {
    /** Makes a mark; the list is copied. */
    public Mark {
        broken = List.copyOf(broken);
    }

    /**
     * The mark {@code @Async}.
     *
     * @param shape the declaration
     * @param isGenerator whether its result is that of an async generator
     * @return a mark
     */
    public static Mark async(MethodShape shape, boolean isGenerator) {
        return new Mark(isGenerator ? Enclosure.Code.ASYNC_GENERATOR : Enclosure.Code.ASYNC, shape.violations());
    }

    /**
     * The mark {@code @Generator}. With {@code @Async} as well it could be either kind of generator.
     *
     * @param shape the declaration
     * @param isAsync whether it is marked {@code @Async}, too
     * @return a mark
     */
    public static Mark generator(GeneratorShape shape, boolean isAsync) {
        return new Mark(isAsync ? Enclosure.Code.ASYNC_GENERATOR : Enclosure.Code.GENERATOR, shape.violations());
    }

    /**
     * The mark {@code @AsyncEntry}, or an annotation that carries it. With another mark as well it could be that, too, so that everything may stand in it.
     *
     * @param shape the declaration
     * @return a mark
     */
    public static Mark entry(EntryShape shape) {
        return new Mark(shape.otherMark().isPresent() ? Enclosure.Code.ASYNC_GENERATOR : Enclosure.Code.ENTRY, shape.violations());
    }

    /** Whether the body is transformed. */
    boolean isLegal() {
        return broken.isEmpty();
    }
}
