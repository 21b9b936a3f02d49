package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.MachineField;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.StateMachine;
import org.asyncjava.transformer.read.ResultType;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes what the user's method becomes: it starts the body and returns the result object, or, of an entry point, runs it to its end.
 *
 * <p>It keeps everything that callers and reflection see. It has no line numbers, so that a debugger steps straight into the body and a
 * breakpoint on the first line has one location.
 */
final class KickOffEmitter {
    private final StateMachine machine;
    private final MachineMethods methods;
    private final InsnList code = new InsnList();

    private KickOffEmitter(Emission emission) {
        this.machine = emission.machine();
        this.methods = emission.methods();
    }

    /**
     * Replaces the code of a method by its kick-off.
     *
     * @param emission what is shared
     * @param method the user's method, changed in place
     */
    static void emit(Emission emission, MethodNode method) {
        new KickOffEmitter(emission).emit(method);
    }

    private void emit(MethodNode method) {
        method.instructions = code;
        method.tryCatchBlocks = new ArrayList<>();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        switch (machine.identity().kind()) {
            case COLD, GENERATOR, ASYNC_GENERATOR -> makeOnly();
            case ENTRY -> runToEnd();
            case HOT, HOT_SUBCLASS, HOT_SUBCLASS_DETACHED -> startNow(method);
        }
        if (method.invisibleAnnotations == null) {
            method.invisibleAnnotations = new ArrayList<>(1);
        }
        method.invisibleAnnotations.add(new AnnotationNode(RuntimeAbi.GENERATED));
    }

    /** {@code return new Machine(arguments)}, or a stream over it. */
    private void makeOnly() {
        newMachine();
        if (machine.result().kind() == ResultType.Kind.STREAM) {
            code.add(RuntimeAbi.stream());
        }
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    /** {@code return (Declared) EntryPoint.run(new Machine(arguments))}. */
    private void runToEnd() {
        newMachine();
        dropArguments();
        code.add(RuntimeAbi.runEntry());
        code.add(Boxes.unbox(machine.declaredResult()));
        code.add(new InsnNode(machine.declaredResult().getOpcode(Opcodes.IRETURN)));
    }

    /** This call lasts as long as the body, which may need them no longer. */
    private void dropArguments() {
        List<SlotType> types = machine.entry().types();
        for (int slot = machine.isStatic() ? 0 : 1; slot < types.size(); slot++) {
            if (types.get(slot).kind() == SlotType.Kind.REFERENCE) {
                code.add(new InsnNode(Opcodes.ACONST_NULL));
                code.add(new VarInsnNode(Opcodes.ASTORE, slot));
            }
        }
    }

    /** {@code try { return body(null, arguments); } catch (Throwable t) { return Failures.failed(t); }} */
    private void startNow(MethodNode method) {
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        LabelNode handler = new LabelNode();
        code.add(start);
        callBody();
        code.add(end);
        if (machine.identity().kind().isSubclass()) {
            failOnNull();
        }
        code.add(new InsnNode(Opcodes.ARETURN));
        code.add(handler);
        code.add(frameWith("java/lang/Throwable"));
        fail();
        method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, handler, "java/lang/Throwable"));
    }

    private void callBody() {
        if (!machine.isStatic()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        }
        if (machine.entry().form() == Entry.Form.MACHINE) {
            newMachine();
        } else {
            code.add(methods.none());
            loadArguments();
        }
        code.add(methods.body());
    }

    private void loadArguments() {
        List<SlotType> types = machine.entry().types();
        for (int slot = machine.isStatic() ? 0 : 1; slot < types.size(); slot++) {
            if (types.get(slot).size() > 0) {
                code.add(new VarInsnNode(types.get(slot).loadOpcode(), slot));
            }
        }
    }

    /** {@code -> machine}, with the parameters that the body reads. */
    private void newMachine() {
        code.add(new TypeInsnNode(Opcodes.NEW, machine.name()));
        code.add(new InsnNode(Opcodes.DUP));
        if (methods.constructorStores()) {
            if (!machine.isStatic()) {
                code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            }
            for (Spill parameter : machine.entry().stored()) {
                code.add(new VarInsnNode(parameter.type().loadOpcode(), parameter.position()));
            }
            code.add(methods.construction());
        } else {
            code.add(methods.construction());
            storeAll();
        }
    }

    /** {@code machine -> machine}: one by one, where they are more than a constructor can have. */
    private void storeAll() {
        if (!machine.isStatic()) {
            code.add(new InsnNode(Opcodes.DUP));
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            code.add(new FieldInsnNode(Opcodes.PUTFIELD, machine.name(), MachineMethods.SELF, methods.ownerType()));
        }
        for (Spill parameter : machine.entry().stored()) {
            if (parameter.field().isPresent()) {
                MachineField field = parameter.field().get();
                code.add(new InsnNode(Opcodes.DUP));
                code.add(new VarInsnNode(parameter.type().loadOpcode(), parameter.position()));
                code.add(new FieldInsnNode(Opcodes.PUTFIELD, machine.name(), field.name(), field.descriptor()));
            }
        }
    }

    /** {@code if (future == null) return Failures.returnedNull(new Declared())}: leaves the future on the stack. */
    private void failOnNull() {
        LabelNode present = new LabelNode();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new JumpInsnNode(Opcodes.IFNONNULL, present));
        code.add(new InsnNode(Opcodes.POP));
        newDeclared();
        code.add(RuntimeAbi.returnedNull());
        code.add(new TypeInsnNode(Opcodes.CHECKCAST, machine.result().internalName()));
        code.add(present);
        code.add(frameWith(machine.result().internalName()));
    }

    /** {@code -> new future of the declared type}. */
    private void newDeclared() {
        String declared = machine.result().internalName();
        code.add(new TypeInsnNode(Opcodes.NEW, declared));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, declared, "<init>", "()V", false));
    }

    private FrameNode frameWith(String onStack) {
        List<Object> locals = new ArrayList<>();
        for (SlotType type : machine.entry().types()) {
            if (type.size() > 0) {
                locals.add(type.frameValue());
            }
        }
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), 1, new Object[] {onStack});
    }

    /** {@code throwable ->}, returns a failed future of the declared type. */
    private void fail() {
        if (machine.identity().kind().isSubclass()) {
            newDeclared();
            code.add(RuntimeAbi.failedFresh());
            code.add(new TypeInsnNode(Opcodes.CHECKCAST, machine.result().internalName()));
        } else {
            code.add(RuntimeAbi.failed());
        }
        code.add(new InsnNode(Opcodes.ARETURN));
    }
}
