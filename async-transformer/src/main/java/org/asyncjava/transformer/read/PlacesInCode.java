package org.asyncjava.transformer.read;

import java.util.List;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The places that a method's tables and jumps refer to.
 *
 * <p>A damaged class file refers to the inside of an instruction too. ASM reads that without a word, and what it writes for such a
 * label is another place.
 */
final class PlacesInCode {
    private final MethodNode method;

    PlacesInCode(MethodNode method) {
        this.method = method;
    }

    /**
     * Tells whether the method can run as far as its places are concerned.
     *
     * @return false if no JVM accepts it
     */
    boolean areSound() {
        return rangesAreSound() && targetsAreSound();
    }

    private boolean rangesAreSound() {
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            if (!isSound(range.start) || !isSound(range.end) || !isSound(range.handler)
                    || method.instructions.indexOf(range.start) >= method.instructions.indexOf(range.end)) {
                return false;
            }
        }
        return true;
    }

    private boolean targetsAreSound() {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof JumpInsnNode jump && !isSound(jump.label)
                    || insn instanceof TableSwitchInsnNode table && !(isSound(table.dflt) && areSound(table.labels))
                    || insn instanceof LookupSwitchInsnNode lookup && !(isSound(lookup.dflt) && areSound(lookup.labels))
                    || insn instanceof FrameNode frame && !(creationsAreSound(frame.local) && creationsAreSound(frame.stack))) {
                return false;
            }
        }
        return true;
    }

    /** Frames name objects without constructor call by the place of their creation. */
    private boolean creationsAreSound(List<Object> types) {
        for (Object type : types) {
            if (type instanceof LabelNode place && !(isSound(place) && isCreation(place))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCreation(LabelNode place) {
        AbstractInsnNode insn = Instructions.next(place);
        return insn != null && insn.getOpcode() == Opcodes.NEW;
    }

    /** Tells whether labels are places between instructions. */
    boolean areSound(List<LabelNode> places) {
        for (LabelNode place : places) {
            if (!isSound(place)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a label is a place between instructions. One of this method is in the list of its instructions or in none. */
    boolean isSound(LabelNode place) {
        return place.getPrevious() != null || place == method.instructions.getFirst();
    }
}
