package org.asyncjava.transformer.plan;

import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;

/**
 * A part of the body in which a debugger may show a variable, as its slot holds its value on every path, also on one that was resumed.
 *
 * @param variable what the class file says of it; its slot is that of the normal form
 * @param from the instruction of the normal form before which it begins; empty for the beginning of the body
 * @param to the instruction of the normal form before which it ends, for an await where its result is taken; empty for the end of the dispatch
 */
public record VariableRange(LocalVariableNode variable, Optional<AbstractInsnNode> from, Optional<AbstractInsnNode> to) {
}
