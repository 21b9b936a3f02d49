package org.asyncjava.transformer.normal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The head of a {@code for} loop over {@code each(source)}, as compilers write it: {@code each(source).iterator()} is stored in a variable of
 * its own.
 *
 * @param each the call of {@code each}
 * @param iterator the call behind it
 * @param store the instruction that stores its result
 */
public record EachLoop(MethodInsnNode each, MethodInsnNode iterator, VarInsnNode store) {
    /** What a call of {@code each} is for. */
    public enum Use {
        /** A loop of Java. */
        LOOP,
        /** A loop that does not tell where it ends. */
        ENDLESS,
        /** No loop. */
        OTHER
    }

    /**
     * Finds the loops of a method.
     *
     * @param method any method
     * @return them, in code order; without calls of {@code each} that stand elsewhere
     */
    static List<EachLoop> in(MethodNode method) {
        List<EachLoop> found = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (Markers.isEach(insn)) {
                Optional<EachLoop> loop = of((MethodInsnNode) insn);
                if (loop.isPresent()) {
                    found.add(loop.get());
                }
            }
        }
        return found;
    }

    /**
     * What a call of {@code each} is for.
     *
     * @param method where it stands; not changed
     * @param each the call
     * @return its use
     * @throws org.asyncjava.transformer.read.TransformationException where its iterator is used for something else than a loop
     */
    public static Use useOf(MethodNode method, MethodInsnNode each) {
        return of(each).map(loop -> LoopExtent.of(method, loop).tellsItsEnd() ? Use.LOOP : Use.ENDLESS).orElse(Use.OTHER);
    }

    /**
     * The code of a method's loops.
     *
     * @param method not changed
     * @return the instructions after which a source is to be closed
     * @throws org.asyncjava.transformer.read.TransformationException where it is not clear where a loop ends
     */
    public static Set<AbstractInsnNode> bodies(MethodNode method) {
        Set<AbstractInsnNode> bodies = new HashSet<>();
        in(method).forEach(loop -> bodies.addAll(LoopExtent.of(method, loop).code()));
        return bodies;
    }

    private static Optional<EachLoop> of(MethodInsnNode each) {
        AbstractInsnNode iterator = Instructions.next(each);
        AbstractInsnNode store = iterator == null ? null : Instructions.next(iterator);
        return iterator instanceof MethodInsnNode call && call.name.equals("iterator") && store != null && store.getOpcode() == Opcodes.ASTORE
                ? Optional.of(new EachLoop(each, call, (VarInsnNode) store)) : Optional.empty();
    }

    /** The slot of the iterator. */
    int slot() {
        return store.var;
    }
}
