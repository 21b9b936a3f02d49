package org.asyncjava.transformer.plan;

import java.util.List;
import org.asyncjava.transformer.analysis.SlotType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * The method that holds the user's code: the user's method name, with the machine before its parameters.
 *
 * @param access its flags: private, otherwise the user's; never synthetic unless the user's was (coverage tools drop synthetic code)
 * @param name the user's
 * @param descriptor its descriptor
 */
public record BodySignature(int access, String name, String descriptor) {
    private static final int KEPT_FLAGS = Opcodes.ACC_STATIC | Opcodes.ACC_STRICT | Opcodes.ACC_SYNTHETIC;

    static BodySignature of(MachineIdentity identity, MethodNode method, Entry entry) {
        String parameters = entry.form() == Entry.Form.MACHINE ? "" : parameters(method, entry.passed());
        String result = identity.isCold() ? "V" : Type.getReturnType(method.desc).getDescriptor();
        int access = method.access & KEPT_FLAGS | Opcodes.ACC_PRIVATE;
        return new BodySignature(access, method.name, "(L" + identity.name() + ";" + parameters + ")" + result);
    }

    /** A parameter that comes back from a field of type int is passed as it is: its slot may have been used for any int meanwhile. */
    private static String parameters(MethodNode method, List<Spill> passed) {
        StringBuilder descriptors = new StringBuilder();
        int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (Type declared : Type.getArgumentTypes(method.desc)) {
            descriptors.append(isPassed(slot, passed) ? SlotType.of(declared).descriptor() : declared.getDescriptor());
            slot += declared.getSize();
        }
        return descriptors.toString();
    }

    private static boolean isPassed(int slot, List<Spill> passed) {
        for (Spill spill : passed) {
            if (spill.position() == slot) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "private " + ((access & Opcodes.ACC_STATIC) == 0 ? "" : "static ") + name + descriptor;
    }
}
