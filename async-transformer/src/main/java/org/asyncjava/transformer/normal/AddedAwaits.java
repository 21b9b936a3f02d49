package org.asyncjava.transformer.normal;

import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Awaits that a program has not written. */
final class AddedAwaits {
    private AddedAwaits() {
    }

    /** {@code awaitable -> result}. */
    static MethodInsnNode await() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, Markers.AWAIT_CLASS, "await", "(Lorg/asyncjava/Awaitable;)Ljava/lang/Object;", false);
    }

    /** {@code closeable ->}. */
    static InsnList close() {
        InsnList close = new InsnList();
        close.add(RuntimeAbi.closeAsync());
        close.add(await());
        close.add(new InsnNode(Opcodes.POP));
        return close;
    }
}
