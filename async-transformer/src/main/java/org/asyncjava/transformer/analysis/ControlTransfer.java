package org.asyncjava.transformer.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Where control goes from a single instruction, exceptions left aside. */
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
}
