package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;

/** A copy of a method's code, and which of its instructions stands for which: the plan speaks of the original, and is not used up. */
final class CodeCopy {
    private final InsnList original;
    private final InsnList code = new InsnList();
    private final AbstractInsnNode[] copies;

    private CodeCopy(InsnList original) {
        this.original = original;
        this.copies = new AbstractInsnNode[original.size()];
    }

    /**
     * Copies code.
     *
     * @param original not changed
     * @return its copy
     */
    static CodeCopy of(InsnList original) {
        CodeCopy copy = new CodeCopy(original);
        Map<LabelNode, LabelNode> labels = new HashMap<>();
        for (AbstractInsnNode insn : original) {
            if (insn instanceof LabelNode label) {
                labels.put(label, new LabelNode());
            }
        }
        int position = 0;
        for (AbstractInsnNode insn : original) {
            copy.copies[position] = insn.clone(labels);
            copy.code.add(copy.copies[position++]);
        }
        return copy;
    }

    /** The copied code, which is to be changed. */
    InsnList code() {
        return code;
    }

    /** What stands for an instruction, changed or not. */
    AbstractInsnNode of(AbstractInsnNode insn) {
        return copies[original.indexOf(insn)];
    }

    /** What stands for a label. */
    LabelNode of(LabelNode label) {
        return (LabelNode) of((AbstractInsnNode) label);
    }

    /** Annotations of local variables, with the copy's labels. */
    List<LocalVariableAnnotationNode> of(List<LocalVariableAnnotationNode> annotations) {
        List<LocalVariableAnnotationNode> moved = new ArrayList<>();
        for (LocalVariableAnnotationNode annotation : annotations) {
            LocalVariableAnnotationNode copy = new LocalVariableAnnotationNode(annotation.typeRef, annotation.typePath,
                    annotation.start.stream().map(this::of).toArray(LabelNode[]::new), annotation.end.stream().map(this::of).toArray(LabelNode[]::new),
                    annotation.index.stream().mapToInt(Integer::intValue).toArray(), annotation.desc);
            copy.values = annotation.values;
            moved.add(copy);
        }
        return moved;
    }
}
