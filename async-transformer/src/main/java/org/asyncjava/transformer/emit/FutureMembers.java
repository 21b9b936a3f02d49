package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.plan.MachineKind;
import org.asyncjava.transformer.plan.MachineShape;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Gives a machine that extends the program's own subclass of {@code CompletableFuture} the members that the runtime's base class has
 * otherwise. The runtime's {@code HotMachine} describes them.
 */
final class FutureMembers {
    private static final String TO_THROWABLE = "(Ljava/lang/Throwable;)";
    private static final String TO_OBJECT = "(Ljava/lang/Object;)";

    private static final String CALL_TYPE = "L" + RuntimeAbi.CALL + ";";
    private static final String UPDATER = "java/util/concurrent/atomic/AtomicReferenceFieldUpdater";
    private static final String WAITER = "hotWaiter";
    private static final String WAITERS = "hotWaiters";

    private final ClassNode node;

    private FutureMembers(ClassNode node) {
        this.node = node;
    }

    /**
     * Adds the members.
     *
     * @param shape what the machine overrides
     * @param node the machine class, changed in place
     */
    static void add(MachineShape shape, ClassNode node) {
        FutureMembers members = new FutureMembers(node);
        members.addProperty(RuntimeAbi.HOT_STATE, "I", 0);
        members.addProperty(RuntimeAbi.HOT_AWAITED, "Ljava/lang/Object;", Opcodes.ACC_VOLATILE);
        members.addProperty(RuntimeAbi.HOT_DISPATCHER, "L" + RuntimeAbi.DISPATCHER + ";", 0);
        members.addSettle(RuntimeAbi.HOT_SETTLE, "complete", TO_OBJECT);
        members.addSettle(RuntimeAbi.HOT_FAIL, "completeExceptionally", TO_THROWABLE);
        members.addOverride("complete", TO_OBJECT + "Z");
        members.addOverride("completeExceptionally", TO_THROWABLE + "Z");
        members.addOverride("cancel", "(Z)Z");
        members.addOverride("obtrudeValue", TO_OBJECT + "V");
        members.addOverride("obtrudeException", TO_THROWABLE + "V");
        for (String signature : shape.narrowedCompletions()) {
            int parameters = signature.indexOf('(');
            members.addOverride(signature.substring(0, parameters), signature.substring(parameters));
        }
        for (String signature : shape.blockingMethods()) {
            int parameters = signature.indexOf('(');
            members.addBlocking(signature.substring(0, parameters), signature.substring(parameters));
        }
        members.addCompleteAsync();
        members.addWaiter();
        node.interfaces = new ArrayList<>(List.of(RuntimeAbi.HOT_MACHINE));
        if (shape.kind() == MachineKind.HOT_SUBCLASS) {
            node.interfaces.add(RuntimeAbi.RESUMPTION);
            members.addIdentity(RuntimeAbi.HOT_RESUMPTION, RuntimeAbi.RESUMPTION);
            members.addIdentity(RuntimeAbi.HOT_CALL, RuntimeAbi.CALL);
        }
    }

    /** A field with {@code T name()} and {@code void name(T)}. */
    private void addProperty(String name, String type, int fieldAccess) {
        node.fields.add(new FieldNode(Opcodes.ACC_PRIVATE | fieldAccess, name, type, null, null));
        InsnList getter = method(name, "()" + type);
        getter.add(new VarInsnNode(Opcodes.ALOAD, 0));
        getter.add(new FieldInsnNode(Opcodes.GETFIELD, node.name, name, type));
        getter.add(new InsnNode(Type.getType(type).getOpcode(Opcodes.IRETURN)));
        InsnList setter = method(name, "(" + type + ")V");
        setter.add(new VarInsnNode(Opcodes.ALOAD, 0));
        setter.add(new VarInsnNode(Type.getType(type).getOpcode(Opcodes.ILOAD), 1));
        setter.add(new FieldInsnNode(Opcodes.PUTFIELD, node.name, name, type));
        setter.add(new InsnNode(Opcodes.RETURN));
    }

    /** {@code return super.method(argument)}. */
    private void addSettle(String name, String superMethod, String parameters) {
        InsnList code = method(name, parameters + "Z");
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new VarInsnNode(Opcodes.ALOAD, 1));
        code.add(superCall(superMethod, parameters + "Z"));
        code.add(new InsnNode(Opcodes.IRETURN));
    }

    /** {@code boolean before = isDone(); result = super.method(argument); Hot.settledOutside(this, before); return result}. */
    private void addOverride(String name, String descriptor) {
        Type returned = Type.getReturnType(descriptor);
        Type argument = Type.getArgumentTypes(descriptor)[0];
        int before = 1 + argument.getSize();
        InsnList code = method(name, descriptor);
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, node.name, "isDone", "()Z", false));
        code.add(new VarInsnNode(Opcodes.ISTORE, before));
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), 1));
        code.add(superCall(name, descriptor));
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new VarInsnNode(Opcodes.ILOAD, before));
        code.add(RuntimeAbi.settledOutside());
        code.add(new InsnNode(returned.getOpcode(Opcodes.IRETURN)));
    }

    /** {@code Hot.beforeBlocking(this); return super.method(arguments)}. */
    private void addBlocking(String name, String descriptor) {
        InsnList code = method(name, descriptor);
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(RuntimeAbi.beforeBlocking());
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        int slot = 1;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            code.add(new VarInsnNode(argument.getOpcode(Opcodes.ILOAD), slot));
            slot += argument.getSize();
        }
        code.add(superCall(name, descriptor));
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    private void addCompleteAsync() {
        String descriptor = "(Ljava/util/function/Supplier;Ljava/util/concurrent/Executor;)L" + ResultType.FUTURE + ";";
        InsnList code = method("completeAsync", descriptor);
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new VarInsnNode(Opcodes.ALOAD, 1));
        code.add(new VarInsnNode(Opcodes.ALOAD, 2));
        code.add(RuntimeAbi.completeAsync());
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    /** The field that links the call which awaits this one, and its two operations, atomic through an updater. */
    private void addWaiter() {
        node.fields.add(new FieldNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_VOLATILE, WAITER, CALL_TYPE, null, null));
        node.fields.add(new FieldNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, WAITERS, "L" + UPDATER + ";", null, null));
        InsnList link = waiters(RuntimeAbi.HOT_LINK, "(" + CALL_TYPE + ")Z");
        link.add(new InsnNode(Opcodes.ACONST_NULL));
        link.add(new VarInsnNode(Opcodes.ALOAD, 1));
        link.add(onWaiters("compareAndSet", "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z"));
        link.add(new InsnNode(Opcodes.IRETURN));
        InsnList unlink = waiters(RuntimeAbi.HOT_UNLINK, "()" + CALL_TYPE);
        unlink.add(new InsnNode(Opcodes.ACONST_NULL));
        unlink.add(onWaiters("getAndSet", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;"));
        unlink.add(new TypeInsnNode(Opcodes.CHECKCAST, RuntimeAbi.CALL));
        unlink.add(new InsnNode(Opcodes.ARETURN));
    }

    /** {@code WAITERS = AtomicReferenceFieldUpdater.newUpdater(...)}: what the members need before the first machine is made. */
    static void initialise(String machine, InsnList code) {
        code.add(new LdcInsnNode(Type.getObjectType(machine)));
        code.add(new LdcInsnNode(Type.getType(CALL_TYPE)));
        code.add(new LdcInsnNode(WAITER));
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, UPDATER, "newUpdater",
                "(Ljava/lang/Class;Ljava/lang/Class;Ljava/lang/String;)L" + UPDATER + ";", false));
        code.add(new FieldInsnNode(Opcodes.PUTSTATIC, machine, WAITERS, "L" + UPDATER + ";"));
    }

    /** A method that begins with {@code -> updater, this}. */
    private InsnList waiters(String name, String descriptor) {
        InsnList code = method(name, descriptor);
        code.add(new FieldInsnNode(Opcodes.GETSTATIC, node.name, WAITERS, "L" + UPDATER + ";"));
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        return code;
    }

    private static MethodInsnNode onWaiters(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKEVIRTUAL, UPDATER, name, descriptor, false);
    }

    /** {@code return this}. */
    private void addIdentity(String name, String type) {
        InsnList code = method(name, "()L" + type + ";");
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    private MethodInsnNode superCall(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESPECIAL, node.superName, name, descriptor, false);
    }

    private InsnList method(String name, String descriptor) {
        return method(Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, name, descriptor);
    }

    private InsnList method(int access, String name, String descriptor) {
        MethodNode method = new MethodNode(Opcodes.ASM9, access, name, descriptor, null, null);
        node.methods.add(method);
        return method.instructions;
    }
}
