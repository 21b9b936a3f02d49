package org.asyncjava.transformer.read;

import java.util.List;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
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

    private PlacesInCode(MethodNode method) {
        this.method = method;
    }

    /**
     * Tells whether a method can run as far as its places are concerned. The JVM does not look at a debugger's variables: those whose
     * range does not begin and end between instructions are taken out.
     *
     * @param method has its debugging tables put right
     * @return false if no JVM accepts the method
     */
    static boolean areSound(MethodNode method) {
        PlacesInCode places = new PlacesInCode(method);
        places.dropVariables();
        return places.rangesAreSound() && places.targetsAreSound();
    }

    private void dropVariables() {
        if (method.localVariables != null) {
            method.localVariables.removeIf(variable -> !isSound(variable));
        }
        drop(method.visibleLocalVariableAnnotations);
        drop(method.invisibleLocalVariableAnnotations);
    }

    private boolean isSound(LocalVariableNode variable) {
        return isSound(variable.start) && isSound(variable.end);
    }

    private void drop(List<LocalVariableAnnotationNode> annotations) {
        if (annotations != null) {
            annotations.removeIf(annotation -> !areSound(annotation.start) || !areSound(annotation.end));
        }
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

    private boolean areSound(List<LabelNode> places) {
        for (LabelNode place : places) {
            if (!isSound(place)) {
                return false;
            }
        }
        return true;
    }

    /** A label of this method is in the list of its instructions or in none. */
    private boolean isSound(LabelNode place) {
        return place.getPrevious() != null || place == method.instructions.getFirst();
    }
}
