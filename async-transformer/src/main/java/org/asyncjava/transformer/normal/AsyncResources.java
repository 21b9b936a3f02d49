package org.asyncjava.transformer.normal;

import org.asyncjava.transformer.read.AsyncCloses;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.tree.AbstractInsnNode;
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
        AsyncCloses closes = new AsyncCloses(classPath);
        for (AbstractInsnNode insn : method.instructions) {
            if (closes.isOne(insn)) {
                method.instructions.insert(insn, AddedAwaits.close());
                method.instructions.remove(insn);
            }
        }
    }
}
