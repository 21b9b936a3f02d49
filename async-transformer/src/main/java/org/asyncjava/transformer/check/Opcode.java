package org.asyncjava.transformer.check;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Which instructions can throw. */
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

    private static boolean within(int opcode, int first, int last) {
        return opcode >= first && opcode <= last;
    }
}
