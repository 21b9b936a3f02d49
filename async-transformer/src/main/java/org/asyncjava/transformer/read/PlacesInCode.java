package org.asyncjava.transformer.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    /** Those between instructions, numbered in code order. */
    private final Map<LabelNode, Integer> places = new IdentityHashMap<>();

    private PlacesInCode(MethodNode method) {
        this.method = method;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode label) {
                places.put(label, places.size());
            }
        }
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
        return places.containsKey(variable.start) && places.containsKey(variable.end);
    }

    private void drop(List<LocalVariableAnnotationNode> annotations) {
        if (annotations != null) {
            annotations.removeIf(annotation -> !places.keySet().containsAll(annotation.start) || !places.keySet().containsAll(annotation.end));
        }
    }

    private boolean rangesAreSound() {
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            if (!places.keySet().containsAll(List.of(range.start, range.end, range.handler))
                    || places.get(range.start) >= places.get(range.end)) {
                return false;
            }
        }
        return true;
    }

    private boolean targetsAreSound() {
        for (AbstractInsnNode insn : method.instructions) {
            if (!places.keySet().containsAll(targets(insn))) {
                return false;
            }
        }
        return true;
    }

    private static List<LabelNode> targets(AbstractInsnNode insn) {
        if (insn instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        if (insn instanceof TableSwitchInsnNode table) {
            return with(table.dflt, table.labels);
        }
        if (insn instanceof LookupSwitchInsnNode lookup) {
            return with(lookup.dflt, lookup.labels);
        }
        return insn instanceof FrameNode frame ? creations(frame) : List.of();
    }

    private static List<LabelNode> with(LabelNode one, List<LabelNode> others) {
        List<LabelNode> all = new ArrayList<>(others);
        all.add(one);
        return all;
    }

    /** Frames name objects without constructor call by the place of their creation. */
    private static List<LabelNode> creations(FrameNode frame) {
        return Stream.of(frame.local, frame.stack).flatMap(List::stream)
                .filter(LabelNode.class::isInstance).map(LabelNode.class::cast).toList();
    }
}
