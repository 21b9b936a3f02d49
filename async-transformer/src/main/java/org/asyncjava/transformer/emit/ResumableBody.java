package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The signature of the method that holds the user's code: the user's method name, with the machine before its parameters.
 *
 * @param descriptor its descriptor
 * @param access its flags: private, otherwise the user's; never synthetic unless the user's was (coverage tools drop synthetic code)
 */
record ResumableBody(String descriptor, int access) {
    private static final int KEPT_FLAGS = Opcodes.ACC_STATIC | Opcodes.ACC_STRICT | Opcodes.ACC_SYNTHETIC;

    static ResumableBody of(StateMachine machine) {
        String descriptor = machine.facts().method().desc;
        String machineType = "L" + machine.name() + ";";
        String parameters = machine.entry().form() == Entry.Form.MACHINE ? ""
                : parameters(machine);
        String result = machine.isCold() ? "V" : Type.getReturnType(descriptor).getDescriptor();
        int access = machine.facts().method().access & KEPT_FLAGS | Opcodes.ACC_PRIVATE;
        return new ResumableBody("(" + machineType + parameters + ")" + result, access);
    }

    /** A parameter that comes back from a field of type int is passed as it is: its slot may have been used for any int meanwhile. */
    private static String parameters(StateMachine machine) {
        StringBuilder descriptors = new StringBuilder();
        int slot = (machine.facts().method().access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (Type declared : Type.getArgumentTypes(machine.facts().method().desc)) {
            int position = slot;
            boolean passed = machine.entry().passed().stream().anyMatch(spill -> spill.position() == position);
            descriptors.append(passed ? SlotType.of(declared).descriptor() : declared.getDescriptor());
            slot += declared.getSize();
        }
        return descriptors.toString();
    }
}
