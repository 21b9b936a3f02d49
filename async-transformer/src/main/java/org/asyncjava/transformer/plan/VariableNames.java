package org.asyncjava.transformer.plan;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** The names of local variables, for readers of a plan. */
final class VariableNames {
    private final MethodNode method;
    private final Map<AbstractInsnNode, Integer> positions = new IdentityHashMap<>();

    /**
     * Reads the local variable table.
     *
     * @param method not changed
     */
    VariableNames(MethodNode method) {
        this.method = method;
        if (method.localVariables != null && !method.localVariables.isEmpty()) {
            for (AbstractInsnNode insn : method.instructions) {
                positions.put(insn, positions.size());
            }
        }
    }

    /**
     * The variable that a slot holds at an instruction.
     *
     * @param slot the slot
     * @param insn an instruction of the method
     * @return its name; empty if the class file does not tell
     */
    String at(int slot, AbstractInsnNode insn) {
        Optional<LocalVariableNode> variable = variableAt(slot, insn);
        return variable.isPresent() ? variable.get().name : "";
    }

    /**
     * The variable that a slot holds at an instruction.
     *
     * @param slot the slot
     * @param insn an instruction of the method
     * @return the variable; empty if the class file does not tell
     */
    Optional<LocalVariableNode> variableAt(int slot, AbstractInsnNode insn) {
        for (LocalVariableNode variable : variables()) {
            int position = positions.get(insn);
            if (variable.index == slot && positions.get(variable.start) <= position && position < positions.get(variable.end)) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    private Iterable<LocalVariableNode> variables() {
        return method.localVariables == null ? Collections.emptyList() : method.localVariables;
    }
}
