package org.asyncjava.transformer.read;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The instruction that makes a lambda.
 *
 * @param creator the method that it stands in
 * @param instruction the instruction, linked by {@code LambdaMetafactory}
 */
public record LambdaSite(MethodNode creator, InvokeDynamicInsnNode instruction) {
    private static final int INTERFACE_DESCRIPTOR = 0;
    private static final int BODY = 1;

    /** Whether {@code LambdaMetafactory} gets what it takes; only a damaged class file names it otherwise. */
    static boolean isSound(InvokeDynamicInsnNode instruction) {
        Object[] arguments = instruction.bsmArgs;
        return arguments.length > BODY && arguments[INTERFACE_DESCRIPTOR] instanceof Type type && type.getSort() == Type.METHOD
                && arguments[BODY] instanceof Handle;
    }

    /**
     * The functional interface that the lambda implements.
     *
     * @return internal name
     */
    public String functionalInterface() {
        return Type.getReturnType(instruction.desc).getInternalName();
    }

    /**
     * The method of the functional interface that the lambda implements.
     *
     * @return its name
     */
    public String interfaceMethod() {
        return instruction.name;
    }

    /**
     * How many arguments the lambda takes.
     *
     * @return their number, without what the lambda captures
     */
    public int arguments() {
        return ((Type) instruction.bsmArgs[INTERFACE_DESCRIPTOR]).getArgumentTypes().length;
    }

    /**
     * Tells whether what the lambda's method returns is thrown away.
     *
     * @return true if the method of the interface has no result
     */
    public boolean returnsNothing() {
        return ((Type) instruction.bsmArgs[INTERFACE_DESCRIPTOR]).getReturnType().equals(Type.VOID_TYPE);
    }

    /**
     * The method that the lambda runs.
     *
     * @return a handle of it
     */
    public Handle body() {
        return (Handle) instruction.bsmArgs[BODY];
    }
}
