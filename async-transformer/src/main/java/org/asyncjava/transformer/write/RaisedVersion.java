package org.asyncjava.transformer.write;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Gives an old class file the version that its machines need, and takes out what the JVM lets pass in old versions alone.
 *
 * <p>A class file older than Java 11 has no nests, in which machines reach the private body; the runtime needs a newer Java anyway.
 */
public final class RaisedVersion {
    private static final int OLDEST_WITH_NESTS = Opcodes.V11;

    private RaisedVersion() {
    }

    /**
     * Raises the version of a class older than Java 11.
     *
     * @param owner changed in place
     */
    public static void apply(ClassNode owner) {
        int version = owner.version & 0xFFFF;
        if (version < OLDEST_WITH_NESTS) {
            if (version < Opcodes.V9) {
                owner.access &= ~Opcodes.ACC_MODULE;
                owner.innerClasses.forEach(inner -> inner.access &= ~Opcodes.ACC_MODULE);
                unlockFields(owner);
            }
            owner.version = OLDEST_WITH_NESTS;
        }
    }

    /**
     * Up to Java 8 every method of a class may write to its final fields (JVMS 9 6.5, putfield and putstatic), and compilers other than
     * javac make use of it: in Scala 2.12 a trait's constants are assigned by methods of the class, and the singletons of Scala 2.11 assign
     * themselves in their constructor.
     */
    private static void unlockFields(ClassNode owner) {
        Set<String> written = new HashSet<>();
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof FieldInsnNode access && access.owner.equals(owner.name) && !mayWrite(method, access)) {
                    written.add(access.name + access.desc);
                }
            }
        }
        owner.fields.stream().filter(field -> written.contains(field.name + field.desc)).forEach(field -> field.access &= ~Opcodes.ACC_FINAL);
    }

    private static boolean mayWrite(MethodNode method, FieldInsnNode access) {
        return switch (access.getOpcode()) {
            case Opcodes.PUTSTATIC -> method.name.equals("<clinit>");
            case Opcodes.PUTFIELD -> method.name.equals("<init>");
            default -> true;
        };
    }
}
