package org.asyncjava.transformer.normal;

import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.Hierarchies;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes {@code await(resource.closeAsync())} of each {@code resource.close()} where the resource is an {@code AsyncCloseable} by its static type: of
 * those that try-with-resources compiles to, and of those that a program has written, which look the same.
 */
final class AsyncResources {
    private AsyncResources() {
    }

    /**
     * Rewrites the calls of a method.
     *
     * @param classPath where the resources' types are found; a type that is not found is none
     * @param method changed in place
     */
    static void apply(ClassPath classPath, MethodNode method) {
        Hierarchies hierarchies = new Hierarchies(classPath);
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && isClose(call) && hierarchies.of(call.owner).contains(RuntimeAbi.ASYNC_CLOSEABLE)) {
                method.instructions.insertBefore(call, RuntimeAbi.closeAsync());
                method.instructions.insertBefore(call, RuntimeAbi.await());
                method.instructions.set(call, new InsnNode(Opcodes.POP));
            }
        }
    }

    /** Also as an interface of its own declares it; {@code super.close()} is another method than the resource's. */
    private static boolean isClose(MethodInsnNode call) {
        return call.name.equals("close") && call.desc.equals("()V")
                && (call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE);
    }
}
