package org.asyncjava.transformer.read;

import org.asyncjava.transformer.abi.RuntimeAbi;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which calls of {@code close} are awaits of {@code closeAsync} in an async method: those whose receiver is an {@code AsyncCloseable} by its static type.
 * Those that try-with-resources compiles to, and those that a program has written, look the same.
 */
public final class AsyncCloses {
    /** No class of these packages is one of ours. */
    private static final String JDK = "java/";

    private final Hierarchies hierarchies;

    /**
     * Asks a class path.
     *
     * @param classPath where the resources' types are found; a type that is not found is none
     */
    public AsyncCloses(ClassPath classPath) {
        this.hierarchies = new Hierarchies(classPath);
    }

    /**
     * Tells whether an instruction calls a method as resources have it.
     *
     * @param instruction any instruction
     * @return true of {@code close()}, also as an interface declares it; {@code super.close()} is another method than the resource's
     */
    public static boolean isClose(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode call && isClose(call.name, call.desc) && isOfReceiver(call.getOpcode());
    }

    static boolean isClose(String name, String descriptor) {
        return name.equals("close") && descriptor.equals("()V");
    }

    static boolean isOfReceiver(int opcode) {
        return opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
    }

    /**
     * Tells whether an instruction is one of these calls.
     *
     * @param instruction any instruction
     * @return true if it closes by awaiting where its method is async
     */
    public boolean isOne(AbstractInsnNode instruction) {
        return isClose(instruction) && isResource(((MethodInsnNode) instruction).owner);
    }

    boolean isResource(String internalName) {
        return !internalName.startsWith(JDK) && hierarchies.of(internalName).contains(RuntimeAbi.ASYNC_CLOSEABLE);
    }

    boolean areIn(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (isOne(instruction)) {
                return true;
            }
        }
        return false;
    }
}
