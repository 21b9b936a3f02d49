package org.asyncjava.transformer.flow;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Where control goes from a single instruction. */
public final class ControlTransfer {
    private ControlTransfer() {
    }

    /**
     * The labels that an instruction may jump to.
     *
     * @param insn any instruction, label, frame or line number
     * @return its targets, that of the default last; empty for an instruction that does not jump
     */
    public static List<LabelNode> targets(AbstractInsnNode insn) {
        if (insn instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        if (insn instanceof TableSwitchInsnNode table) {
            return withDefault(table.labels, table.dflt);
        }
        if (insn instanceof LookupSwitchInsnNode lookup) {
            return withDefault(lookup.labels, lookup.dflt);
        }
        return List.of();
    }

    private static List<LabelNode> withDefault(List<LabelNode> cases, LabelNode otherwise) {
        List<LabelNode> all = new ArrayList<>(cases);
        all.add(otherwise);
        return all;
    }

    /**
     * Tells whether control may pass to what stands after an instruction.
     *
     * @param insn any instruction, label, frame or line number
     * @return false for unconditional jumps, switches, returns and throws
     */
    public static boolean fallsThrough(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.GOTO, Opcodes.ATHROW, Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH, Opcodes.RETURN, Opcodes.IRETURN, Opcodes.LRETURN,
                    Opcodes.FRETURN, Opcodes.DRETURN, Opcodes.ARETURN -> false;
            default -> true;
        };
    }

    /**
     * Tells whether an instruction can throw. Leaving a monitor cannot, where monitors are left in the reverse order of entering (JVMS
     * 2.11.10): compilers do not always put it under the handler of its block.
     *
     * @param insn any instruction, label, frame or line number
     * @return false for those that never do
     */
    public static boolean mayThrow(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        return Instructions.isReal(insn)
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
