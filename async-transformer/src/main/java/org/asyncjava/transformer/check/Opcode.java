package org.asyncjava.transformer.check;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** What instructions can do, and which of them stand side by side. */
final class Opcode {
    private static final int NONE = -1;

    private Opcode() {
    }

    /**
     * Tells whether an instruction can throw. Leaving a monitor cannot, where monitors are left in the reverse order of entering (JVMS
     * 2.11.10): compilers do not always put it under the handler of its block.
     */
    static boolean mayThrow(AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        return opcode != NONE
                && !within(opcode, Opcodes.NOP, Opcodes.SIPUSH)
                && !within(opcode, Opcodes.ILOAD, Opcodes.ALOAD)
                && !within(opcode, Opcodes.ISTORE, Opcodes.ASTORE)
                && !within(opcode, Opcodes.POP, Opcodes.SWAP)
                && !within(opcode, Opcodes.IINC, Opcodes.RETURN)
                && !within(opcode, Opcodes.IFNULL, Opcodes.IFNONNULL)
                && opcode != Opcodes.MONITOREXIT;
    }

    /** The instruction before another one, without labels, lines and frames; null if there is none. */
    static AbstractInsnNode before(AbstractInsnNode instruction) {
        AbstractInsnNode before = instruction.getPrevious();
        while (before != null && before.getOpcode() == NONE) {
            before = before.getPrevious();
        }
        return before;
    }

    /** The instruction after another one, without labels, lines and frames; null if there is none. */
    static AbstractInsnNode after(AbstractInsnNode instruction) {
        AbstractInsnNode after = instruction.getNext();
        while (after != null && after.getOpcode() == NONE) {
            after = after.getNext();
        }
        return after;
    }

    private static boolean within(int opcode, int first, int last) {
        return opcode >= first && opcode <= last;
    }
}
