package org.asyncjava.transformer.write;

import java.util.List;
import org.asyncjava.transformer.read.ClassPath;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Takes the machines of a nested class out of its nest ({@link MachineNest#APART}): a static method of the class, which they can see, calls the
 * private body for them.
 */
final class NestBridges {
    private static final String SUFFIX = "$resume";

    private final ClassNode owner;

    private NestBridges(ClassNode owner) {
        this.owner = owner;
    }

    /**
     * Adds a bridge for each machine. Machines of a class that is the host of its nest need none.
     *
     * @param owner the user's class with its resumable bodies, changed in place
     * @param machines its machines, changed in place
     * @param classPath where other classes are found
     */
    static void add(ClassNode owner, List<ClassNode> machines, ClassPath classPath) {
        if (owner.nestHostClass != null) {
            SerialVersion.keep(owner, classPath);
            NestBridges bridges = new NestBridges(owner);
            for (ClassNode machine : machines) {
                bridges.bridge(machine);
            }
        }
    }

    private void bridge(ClassNode machine) {
        machine.nestHostClass = null;
        for (MethodNode method : machine.methods) {
            for (AbstractInsnNode insn : method.instructions.toArray()) {
                if (insn instanceof MethodInsnNode call && call.owner.equals(owner.name)) {
                    method.instructions.set(call, callOf(bridgeTo(call), call));
                }
            }
        }
    }

    private static MethodInsnNode callOf(MethodNode bridge, MethodInsnNode body) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, body.owner, bridge.name, bridge.desc, body.itf);
    }

    /** Methods of an interface are private or public; those of a class need not be seen outside of the package. */
    private MethodNode bridgeTo(MethodInsnNode body) {
        String self = body.getOpcode() == Opcodes.INVOKESTATIC ? "" : "L" + owner.name + ";";
        int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | (body.itf ? Opcodes.ACC_PUBLIC : 0);
        MethodNode bridge = new MethodNode(Opcodes.ASM9, access, body.name + SUFFIX, "(" + self + body.desc.substring(1), null, null);
        int slot = 0;
        for (Type argument : Type.getArgumentTypes(bridge.desc)) {
            bridge.instructions.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        bridge.instructions.add(new MethodInsnNode(body.getOpcode(), body.owner, body.name, body.desc, body.itf));
        bridge.instructions.add(new InsnNode(Type.getReturnType(body.desc).getOpcode(Opcodes.IRETURN)));
        owner.methods.add(bridge);
        return bridge;
    }
}
