package org.asyncjava.transformer.check;

import java.util.List;
import java.util.Set;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.Markers;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Whether a method does no more than return a value, or what an async method of its class returns, so that it makes no difference when it
 * runs, and it cannot fail: without {@code @Async} it would be the same.
 */
final class ValueBody {
    private static final Set<String> VALUES = Set.of(ResultType.COROUTINE + ".of", ResultType.COROUTINE + ".done",
            ResultType.FUTURE + ".completedFuture", ResultType.FUTURE + ".completedStage");
    private static final Set<String> BOXES = Set.of("java/lang/Boolean", "java/lang/Character", "java/lang/Byte", "java/lang/Short",
            "java/lang/Integer", "java/lang/Long", "java/lang/Float", "java/lang/Double");
    private static final int FINAL = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;

    private ValueBody() {
    }

    static boolean is(ClassNode node, MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (Instructions.isReal(instruction) && !isHarmless(node, instruction)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmless(ClassNode node, AbstractInsnNode instruction) {
        int opcode = instruction.getOpcode();
        if (instruction instanceof LdcInsnNode load) {
            return load.cst instanceof Number || load.cst instanceof String;
        }
        if (instruction instanceof MethodInsnNode call) {
            return VALUES.contains(call.owner + "." + call.name) || call.name.equals("valueOf") && BOXES.contains(call.owner)
                    || isOwnAsync(node, call);
        }
        return opcode > Opcodes.ACONST_NULL && opcode <= Opcodes.ALOAD || opcode == Opcodes.ACONST_NULL && !isReturned(instruction)
                || opcode == Opcodes.ARETURN && Instructions.previous(instruction) instanceof MethodInsnNode;
    }

    private static boolean isReturned(AbstractInsnNode value) {
        AbstractInsnNode next = Instructions.next(value);
        return next == null || next.getOpcode() == Opcodes.ARETURN;
    }

    /** One that no subclass can override. */
    private static boolean isOwnAsync(ClassNode node, MethodInsnNode call) {
        List<MethodNode> own = call.owner.equals(node.name) ? node.methods : List.of();
        return own.stream().anyMatch(method -> method.name.equals(call.name) && method.desc.equals(call.desc)
                && (method.access & FINAL) != 0 && Markers.isAsync(method));
    }
}
