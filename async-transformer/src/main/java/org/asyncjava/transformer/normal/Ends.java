package org.asyncjava.transformer.normal;

import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes null of what {@code Emit.end()} returns: that a generator has ended is all that its returns say. */
final class Ends {
    private Ends() {
    }

    static void apply(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (Markers.isEnd(insn)) {
                method.instructions.set(insn, new InsnNode(Opcodes.ACONST_NULL));
            }
        }
    }
}
