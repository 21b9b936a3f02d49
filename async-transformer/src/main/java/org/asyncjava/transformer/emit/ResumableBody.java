package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The signature of the method that holds the user's code: the user's method name, with the machine as a further parameter.
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
                : descriptor.substring(1, descriptor.indexOf(')'));
        String result = machine.isCold() ? "V" : Type.getReturnType(descriptor).getDescriptor();
        int access = machine.facts().method().access & KEPT_FLAGS | Opcodes.ACC_PRIVATE;
        return new ResumableBody("(" + parameters + machineType + ")" + result, access);
    }
}
