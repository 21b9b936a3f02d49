package org.asyncjava.it.libraries;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** An async method that returns a future. */
record FutureForm() implements Form {
    static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";

    @Override
    public String annotation() {
        return "Lorg/asyncjava/Async;";
    }

    @Override
    public String result() {
        return FUTURE;
    }

    @Override
    public List<Interruption> interruptions() {
        return List.of(Interruption.AWAIT);
    }

    /** {@code return CompletableFuture.completedFuture(value)}. */
    @Override
    public void end(MethodNode body, int slot, Type returned) {
        for (AbstractInsnNode insn : body.instructions.toArray()) {
            if (Returns.isReturn(insn)) {
                MethodNode code = Returns.boxed(returned);
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/concurrent/CompletableFuture", "completedFuture", "(Ljava/lang/Object;)" + FUTURE, false);
                code.visitInsn(Opcodes.ARETURN);
                body.instructions.insert(insn, code.instructions);
                body.instructions.remove(insn);
            }
        }
    }

    @Override
    public void collect(GeneratorAdapter caller) {
        caller.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Injected.class), "result", "(" + FUTURE + ")Ljava/lang/Object;", false);
    }
}
