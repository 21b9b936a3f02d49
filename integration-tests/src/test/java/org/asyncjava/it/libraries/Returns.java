package org.asyncjava.it.libraries;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The returns of a method whose code is moved. */
final class Returns {
    private Returns() {
    }

    static boolean isReturn(AbstractInsnNode insn) {
        return insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN;
    }

    /** {@code value of a type -> Object}; null of {@code void}. */
    static MethodNode boxed(Type returned) {
        MethodNode code = new MethodNode(Opcodes.ASM9);
        GeneratorAdapter generator = new GeneratorAdapter(code, Opcodes.ACC_STATIC, "box", "()V");
        if (returned == Type.VOID_TYPE) {
            generator.visitInsn(Opcodes.ACONST_NULL);
        } else {
            generator.valueOf(returned);
        }
        return code;
    }
}
