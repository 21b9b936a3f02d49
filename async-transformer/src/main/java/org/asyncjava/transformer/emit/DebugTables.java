package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.transformer.plan.BodySlots;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.plan.VariableRange;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes the local variable table of a body. */
final class DebugTables {
    private final StateMachine machine;
    private final CodeCopy copy;
    private final Map<AbstractInsnNode, LabelNode> resumptions = new IdentityHashMap<>();
    private final Map<AbstractInsnNode, LabelNode> inserted = new IdentityHashMap<>();

    /**
     * Marks the ends of the planned ranges in the code.
     *
     * @param machine the plan
     * @param suspensions its suspension points
     * @param copy the code, changed in place
     */
    DebugTables(StateMachine machine, List<Suspension> suspensions, CodeCopy copy) {
        this.machine = machine;
        this.copy = copy;
        for (Suspension suspension : suspensions) {
            resumptions.put(suspension.state().point().await().call(), suspension.resumption());
        }
        for (VariableRange range : machine.body().variables()) {
            if (range.from().isPresent()) {
                mark(range.from().get());
            }
            if (range.to().isPresent()) {
                mark(range.to().get());
            }
        }
    }

    private void mark(AbstractInsnNode insn) {
        if (!(insn instanceof LabelNode) && !resumptions.containsKey(insn) && !inserted.containsKey(insn)) {
            LabelNode label = new LabelNode();
            inserted.put(insn, label);
            copy.code().insertBefore(copy.of(insn), label);
        }
    }

    private LabelNode labelAt(AbstractInsnNode insn) {
        if (insn instanceof LabelNode label) {
            return copy.of(label);
        }
        LabelNode resumption = resumptions.get(insn);
        return resumption != null ? resumption : inserted.get(insn);
    }

    /**
     * Writes the tables.
     *
     * @param body with all its code
     */
    void write(MethodNode body) {
        LabelNode begin = new LabelNode();
        body.instructions.insert(begin);
        LabelNode dispatched = firstLabelAfter(begin);
        BodySlots slots = machine.body().slots();
        body.localVariables = new ArrayList<>();
        for (VariableRange range : machine.body().variables()) {
            LocalVariableNode variable = range.variable();
            body.localVariables.add(new LocalVariableNode(variable.name, variable.desc, variable.signature,
                    range.from().isPresent() ? labelAt(range.from().get()) : begin, range.to().isPresent() ? labelAt(range.to().get()) : dispatched,
                    slots.of(variable.index)));
        }
        MethodNode method = machine.facts().method();
        body.visibleLocalVariableAnnotations = moved(method.visibleLocalVariableAnnotations, slots);
        body.invisibleLocalVariableAnnotations = moved(method.invisibleLocalVariableAnnotations, slots);
    }

    private static LabelNode firstLabelAfter(LabelNode begin) {
        AbstractInsnNode insn = begin.getNext();
        while (insn != null && !(insn instanceof LabelNode)) {
            insn = insn.getNext();
        }
        return (LabelNode) insn;
    }

    private List<LocalVariableAnnotationNode> moved(List<LocalVariableAnnotationNode> annotations, BodySlots slots) {
        List<LocalVariableAnnotationNode> moved = annotations == null ? null : copy.of(annotations);
        if (moved != null) {
            moved.forEach(annotation -> annotation.index.replaceAll(slots::of));
        }
        return moved;
    }
}
