package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.analysis.ControlTransfer;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Where a method can go from each of its instructions; instructions are named by their index. */
final class ControlFlow {
    private final MethodNode method;

    ControlFlow(MethodNode method) {
        this.method = method;
    }

    /** What is executed next if nothing is thrown. */
    List<Integer> successors(int index) {
        AbstractInsnNode instruction = method.instructions.get(index);
        List<Integer> next = new ArrayList<>();
        ControlTransfer.targets(instruction).forEach(target -> next.add(index(target)));
        if (ControlTransfer.fallsThrough(instruction) && index + 1 < method.instructions.size()) {
            next.add(index + 1);
        }
        return next;
    }

    /**
     * The handlers that can be entered from an instruction. They are tried in the order of the table, and one that catches everything
     * hides those after it.
     */
    List<Integer> handlers(int index) {
        return Opcode.mayThrow(method.instructions.get(index)) ? handlersCovering(index) : List.of();
    }

    /** The same for an instruction of which it does not matter whether it can throw. */
    List<Integer> handlersCovering(int index) {
        List<Integer> handlers = new ArrayList<>();
        for (TryCatchBlockNode block : covering(index)) {
            handlers.add(index(block.handler));
            if (block.type == null || block.type.equals("java/lang/Throwable")) {
                break;
            }
        }
        return handlers;
    }

    /** The entries of the exception table that cover an instruction, in their order. */
    List<TryCatchBlockNode> covering(int index) {
        return method.tryCatchBlocks.stream().filter(block -> index >= index(block.start) && index < index(block.end)).toList();
    }

    /** The index of an instruction. */
    int index(AbstractInsnNode instruction) {
        return method.instructions.indexOf(instruction);
    }
}
