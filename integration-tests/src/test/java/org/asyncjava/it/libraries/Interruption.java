package org.asyncjava.it.libraries;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What is injected between two instructions. */
enum Interruption {
    /** {@code await(Injected.operand());}. */
    AWAIT {
        @Override
        InsnList code() {
            return listOf(new MethodInsnNode(Opcodes.INVOKESTATIC, Type.getInternalName(Injected.class), "operand", "()" + FutureForm.FUTURE, false),
                    new MethodInsnNode(Opcodes.INVOKESTATIC, "org/asyncjava/Await", "await", "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;",
                            false),
                    new InsnNode(Opcodes.POP));
        }
    },
    /** {@code emit(Injected.nothing());}. */
    EMIT {
        @Override
        InsnList code() {
            return listOf(new MethodInsnNode(Opcodes.INVOKESTATIC, Type.getInternalName(Injected.class), "nothing", "()Ljava/lang/Object;", false),
                    GeneratorForm.emit());
        }
    };

    /** {@code ->}. */
    abstract InsnList code();

    private static InsnList listOf(AbstractInsnNode... instructions) {
        InsnList code = new InsnList();
        for (AbstractInsnNode instruction : instructions) {
            code.add(instruction);
        }
        return code;
    }
}
