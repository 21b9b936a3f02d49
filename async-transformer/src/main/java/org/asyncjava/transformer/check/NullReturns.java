package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The literals {@code null} that a method returns. javac keeps such a value in a slot while a {@code finally} runs, which a class file without
 * names of variables does not tell from a variable.
 */
final class NullReturns {
    private final MethodNode method;

    private NullReturns(MethodNode method) {
        this.method = method;
    }

    static List<AbstractInsnNode> in(MethodNode method) {
        NullReturns returns = new NullReturns(method);
        List<AbstractInsnNode> found = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction.getOpcode() == Opcodes.ACONST_NULL && returns.isReturned(instruction)) {
                found.add(instruction);
            }
        }
        return found;
    }

    private boolean isReturned(AbstractInsnNode literal) {
        AbstractInsnNode next = Instructions.next(literal);
        while (next != null && isTransparent(next)) {
            next = next instanceof JumpInsnNode jump ? Instructions.next(jump.label) : Instructions.next(next);
        }
        return next != null && (next.getOpcode() == Opcodes.ARETURN || next.getOpcode() == Opcodes.ASTORE && isKeptForReturn((VarInsnNode) next));
    }

    private boolean isKeptForReturn(VarInsnNode store) {
        if (method.localVariables == null || method.localVariables.isEmpty() || isVariable(store)) {
            return false;
        }
        for (AbstractInsnNode at = store.getNext(); at != null; at = at.getNext()) {
            if (at instanceof VarInsnNode other && other.var == store.var) {
                return at.getOpcode() == Opcodes.ALOAD && Instructions.next(at) != null && Instructions.next(at).getOpcode() == Opcodes.ARETURN;
            }
        }
        return false;
    }

    private boolean isVariable(VarInsnNode store) {
        int behind = method.instructions.indexOf(store) + 1;
        return method.localVariables.stream().anyMatch(variable -> variable.index == store.var
                && method.instructions.indexOf(variable.start) <= behind && method.instructions.indexOf(variable.end) >= behind);
    }

    /** A cast, the way from a branch of a conditional to its end, the end of a synchronized block. Jumps back are the end of no expression. */
    private boolean isTransparent(AbstractInsnNode instruction) {
        return switch (instruction.getOpcode()) {
            case Opcodes.CHECKCAST, Opcodes.MONITOREXIT -> true;
            case Opcodes.GOTO -> isForward((JumpInsnNode) instruction);
            case Opcodes.ALOAD -> Instructions.next(instruction) != null && Instructions.next(instruction).getOpcode() == Opcodes.MONITOREXIT;
            default -> false;
        };
    }

    private boolean isForward(JumpInsnNode jump) {
        return method.instructions.indexOf(jump) < method.instructions.indexOf(jump.label);
    }
}
