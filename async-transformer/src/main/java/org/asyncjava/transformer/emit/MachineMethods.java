package org.asyncjava.transformer.emit;

import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.MachineField;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.State.SaveCall;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Names and descriptors of the generated methods by which body and machine talk to each other. */
final class MachineMethods {
    /** Name of the field that holds the user's object. */
    static final String SELF = "self";
    /** Name of the static field of a hot machine's class that is null: whoever reads it has the class initialised. */
    static final String NONE = "none";
    private static final String ORNEW = "orNew";
    private static final String TAKE = "take";

    private final StateMachine machine;

    MachineMethods(StateMachine machine) {
        this.machine = machine;
    }

    /** Descriptor of the machine class. */
    String machineType() {
        return "L" + machine.name() + ";";
    }

    /** Descriptor of the user's class. */
    String ownerType() {
        return "L" + machine.owner() + ";";
    }

    /** {@code stack values, [operand], machine, [self], locals -> [machine]}. */
    MethodInsnNode save(SaveCall call) {
        return own(call.name(), saveDescriptor(call));
    }

    private String saveDescriptor(SaveCall call) {
        String operand = call.suspends() ? "Ljava/lang/Object;" : "";
        String self = takesSelf(call) ? ownerType() : "";
        String result = call.suspends() && !machine.isCold() ? machineType() : "V";
        return "(" + parameters(call.stack()) + operand + machineType() + self + parameters(call.locals()) + ")" + result;
    }

    /** Whether the user's object is stored with the values of a state: not if it stays. */
    boolean takesSelf(SaveCall call) {
        return call.suspends() && !machine.isStatic() && !machine.storage().staying().self();
    }

    /** The field that holds the user's object. */
    MachineField self() {
        return new MachineField(SELF, ownerType());
    }

    private static String parameters(Iterable<Spill> spills) {
        StringBuilder descriptor = new StringBuilder();
        for (Spill spill : spills) {
            descriptor.append(parameter(spill));
        }
        return descriptor.toString();
    }

    /** Descriptor of the parameter for a spilled value: its field's. */
    static String parameter(Spill spill) {
        return spill.field().isPresent() ? spill.field().get().descriptor() : MachineField.ANY_REFERENCE;
    }

    /** {@code new machine, [self, parameters] ->}. */
    MethodInsnNode construction() {
        String parameters = constructorStores() ? (machine.isStatic() ? "" : ownerType()) + parameters(machine.entry().stored()) : "";
        return new MethodInsnNode(Opcodes.INVOKESPECIAL, machine.name(), "<init>", "(" + parameters + ")V", false);
    }

    /** Whether the constructor takes what the first run needs: the machine of a cold call, unless there are too many parameters. */
    boolean constructorStores() {
        return machine.isCold() && machine.entry().form() == Entry.Form.ARGUMENTS;
    }

    /** {@code machine or null -> machine}. */
    MethodInsnNode orNew() {
        return own(ORNEW, "(" + machineType() + ")" + machineType());
    }

    /** {@code machine -> operand}; clears the machine, too. */
    MethodInsnNode take() {
        return own(TAKE, "(" + machineType() + ")Ljava/lang/Object;");
    }

    /** {@code -> null}: no machine. */
    FieldInsnNode none() {
        return new FieldInsnNode(Opcodes.GETSTATIC, machine.name(), NONE, machineType());
    }

    /** {@code machine ->}; nothing that the machine held is kept reachable by it afterwards. */
    MethodInsnNode clear() {
        return own("clear", "(" + machineType() + ")V");
    }

    /** Calls the resumable body on a stack that holds its arguments. */
    MethodInsnNode body() {
        int opcode = machine.isStatic() ? Opcodes.INVOKESTATIC : machine.identity().ownerIsInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        return new MethodInsnNode(opcode, machine.owner(), machine.body().signature().name(), machine.body().signature().descriptor(), machine.identity().ownerIsInterface());
    }

    private MethodInsnNode own(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, machine.name(), name, descriptor, false);
    }
}
