package org.asyncjava.transformer.plan;

import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A return of the user's, and how it ends the machine.
 *
 * @param at the instruction of the normal form
 * @param made the call that made what is returned; empty for {@link Kind#PLAIN} and {@link Kind#OTHER}
 * @param kind what is returned
 */
public record Return(AbstractInsnNode at, Optional<MethodInsnNode> made, Kind kind) {
    /** What is returned. */
    public enum Kind {
        /** {@code return Coroutine.of(value)} or {@code completedFuture(value)}: the machine takes the value, and nothing is made of it. */
        VALUE,
        /** {@code return Coroutine.done()}: the machine takes null. */
        VOID,
        /** {@code return end()} of a generator: the machine takes that it has ended. */
        END,
        /** {@code return other()} of a hot method: the machine tells the call that its result will be returned. */
        TAIL,
        /** {@code return value} of an entry point, or {@code return}: the machine takes the value as it is. */
        PLAIN,
        /** Any other expression, which the runtime follows. */
        OTHER
    }
}
