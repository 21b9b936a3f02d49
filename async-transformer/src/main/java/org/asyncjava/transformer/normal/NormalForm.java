package org.asyncjava.transformer.normal;

import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Brings a method into the form that the later stages rely on: at each suspension point every value on the operand stack and in the locals is
 * one that can be stored in a field, and it takes nothing but its operand; a generator's returns return nothing, and its handlers let it be closed.
 */
public final class NormalForm {
    private NormalForm() {
    }

    /**
     * Normalises a method.
     *
     * @param owner internal name of the class that declares the method
     * @param classPath where the types of resources are found
     * @param method with expanded frames; not changed
     * @return a copy in normal form, with the same meaning
     */
    public static MethodNode of(String owner, ClassPath classPath, MethodNode method) {
        MethodNode copy = copyOf(method);
        FailureLiterals.drop(copy);
        Ends.apply(copy);
        ClosingSignals.apply(copy);
        if (!Markers.isGenerator(method)) {
            AsyncResources.apply(classPath, copy);
            EachLoops.apply(owner, copy);
        }
        DirectReturns.apply(copy);
        DeferredCreation.apply(owner, copy);
        return copy;
    }

    private static MethodNode copyOf(MethodNode method) {
        String[] exceptions = method.exceptions == null ? null : method.exceptions.toArray(new String[0]);
        MethodNode copy = new MethodNode(Opcodes.ASM9, method.access, method.name, method.desc, method.signature, exceptions);
        method.accept(copy);
        return copy;
    }
}
