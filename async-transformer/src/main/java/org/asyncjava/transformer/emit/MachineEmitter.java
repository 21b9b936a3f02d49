package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.analysis.AwaitCall;
import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.analysis.SuspensionPoint;
import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.MachineField;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.State.SaveCall;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the class of a state machine: fields for the live values, methods that fill them, and the call of the body. */
final class MachineEmitter {
    private final StateMachine machine;
    private final MachineMethods methods;
    private final RuntimeAbi abi;
    private final Releases releases;
    private final List<MachineField> cleared;
    private final ClassNode node = new ClassNode();

    private MachineEmitter(Emission emission) {
        this.machine = emission.machine();
        this.methods = emission.methods();
        this.abi = emission.abi();
        this.releases = new Releases(emission);
        this.cleared = machine.storage().clears().byBody();
    }

    /**
     * Writes a machine class.
     *
     * @param emission what is shared
     * @param owner the user's class
     * @return the machine class
     */
    static ClassNode emit(Emission emission, ClassNode owner) {
        return new MachineEmitter(emission).emit(owner);
    }

    private ClassNode emit(ClassNode owner) {
        node.version = owner.version & 0xFFFF;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        node.name = machine.name();
        node.superName = superName();
        node.sourceFile = owner.sourceFile;
        node.nestHostClass = owner.nestHostClass == null ? owner.name : owner.nestHostClass;
        node.outerClass = owner.name;
        node.visibleAnnotations = new ArrayList<>(List.of(mark()));
        addFields();
        addInitialiser(owner);
        addConstructor();
        addResume();
        addSource();
        if (machine.isCold() && releases.isReleased()) {
            addRelease();
        }
        if (!cleared.isEmpty()) {
            addClear();
        }
        addTake();
        if (!machine.isCold()) {
            addOrNew();
        }
        if (machine.identity().kind().isSubclass()) {
            FutureMembers.add(machine.identity().shape(), node);
        }
        for (State state : machine.states()) {
            for (SaveCall save : state.saves()) {
                addSave(state, save);
            }
        }
        return node;
    }

    private AnnotationNode mark() {
        AnnotationNode mark = ClassEmitter.transformedAnnotation();
        if (!machine.body().locals().isEmpty()) {
            mark.values.addAll(List.of(RuntimeAbi.TRANSFORMED_LOCALS, machine.body().locals()));
        }
        return mark;
    }

    private String superName() {
        return switch (machine.identity().kind()) {
            case COLD, ENTRY -> RuntimeAbi.COLD_MACHINE;
            case GENERATOR -> RuntimeAbi.GENERATOR_MACHINE;
            case ASYNC_GENERATOR -> RuntimeAbi.ASYNC_GENERATOR_MACHINE;
            case HOT -> RuntimeAbi.HOT_FUTURE;
            case HOT_SUBCLASS, HOT_SUBCLASS_DETACHED -> machine.result().internalName();
        };
    }

    private void addFields() {
        if (!machine.isStatic()) {
            node.fields.add(new FieldNode(0, MachineMethods.SELF, methods.ownerType(), null, null));
        }
        for (MachineField field : machine.fields()) {
            node.fields.add(new FieldNode(0, field.name(), field.descriptor(), null, null));
        }
    }

    /**
     * {@code static { Abi.require(Owner.class); }}. A machine is initialised by the first call of its method: a cold one makes it, a hot one reads
     * this field, which is null.
     */
    private void addInitialiser(ClassNode owner) {
        if (!machine.isCold()) {
            node.fields.add(new FieldNode(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, MachineMethods.NONE, methods.machineType(), null, null));
        }
        InsnList code = method(Opcodes.ACC_STATIC, "<clinit>", "()V");
        code.add(new LdcInsnNode(Type.getObjectType(owner.name)));
        code.add(RuntimeAbi.require());
        if (machine.identity().kind().isSubclass()) {
            FutureMembers.initialise(node.name, code);
        }
        code.add(new InsnNode(Opcodes.RETURN));
    }

    private void addConstructor() {
        InsnList code = method(0, "<init>", methods.construction().desc);
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, node.superName, "<init>", "()V", false));
        if (methods.constructorStores()) {
            Parameters parameters = new Parameters(1);
            if (!machine.isStatic()) {
                put(code, 0, new VarInsnNode(Opcodes.ALOAD, parameters.next(1)), methods.self());
            }
            parameters.addAll(machine.entry().stored());
            store(code, 0, parameters);
        }
        code.add(new InsnNode(Opcodes.RETURN));
    }

    /** {@code Owner self = this.self; self.body(this, arguments)}. */
    private void addResume() {
        InsnList code = method(calledByRuntime(), machine.identity().kind().isSubclass() ? RuntimeAbi.HOT_RESUME : RuntimeAbi.RESUME, "()V");
        if (!machine.isStatic()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            code.add(new FieldInsnNode(Opcodes.GETFIELD, node.name, MachineMethods.SELF, methods.ownerType()));
            if (!machine.storage().staying().self()) {
                releases.clear(0, methods.self(), code);
            }
        }
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        pushArguments(code);
        code.add(methods.body());
        if (!machine.isCold()) {
            code.add(new InsnNode(Opcodes.POP));
        }
        releases.releaseAtEnd(code);
        code.add(new InsnNode(Opcodes.RETURN));
    }

    private int calledByRuntime() {
        return machine.identity().kind().isSubclass() ? Opcodes.ACC_PUBLIC : Opcodes.ACC_PROTECTED;
    }

    /** What the fields hold of the parameters; zero or null for those that no state needs. */
    private void pushArguments(InsnList code) {
        List<SlotType> types = machine.entry().form() == Entry.Form.MACHINE ? List.of() : machine.entry().types();
        for (int slot = machine.isStatic() ? 0 : 1; slot < types.size(); slot++) {
            if (types.get(slot).size() > 0) {
                pushArgument(slot, types.get(slot), code);
            }
        }
    }

    private void pushArgument(int slot, SlotType type, InsnList code) {
        Optional<MachineField> passed = machine.entry().passedIn(slot);
        if (passed.isEmpty()) {
            code.add(new InsnNode(zero(type)));
            return;
        }
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, node.name, passed.get().name(), passed.get().descriptor()));
        if (machine.storage().clears().byCaller().contains(passed.get())) {
            releases.clear(0, passed.get(), code);
        }
    }

    private static int zero(SlotType type) {
        return switch (type.kind()) {
            case INT -> Opcodes.ICONST_0;
            case LONG -> Opcodes.LCONST_0;
            case FLOAT -> Opcodes.FCONST_0;
            case DOUBLE -> Opcodes.DCONST_0;
            default -> Opcodes.ACONST_NULL;
        };
    }

    private void addSource() {
        InsnList code = method(calledByRuntime(), machine.identity().kind().isSubclass() ? RuntimeAbi.HOT_SOURCE : RuntimeAbi.SOURCE, "()Ljava/lang/String;");
        StringJoiner lines = new StringJoiner(",");
        for (State state : machine.states()) {
            lines.add(Integer.toString(state.point().line()));
        }
        String file = node.sourceFile == null ? "" : node.sourceFile;
        code.add(new LdcInsnNode(String.join("\0", machine.owner().replace('/', '.'), machine.facts().method().name, file, lines.toString())));
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    private void addRelease() {
        releases.release(method(Opcodes.ACC_PROTECTED, RuntimeAbi.RELEASE, "()V"));
    }

    /** {@code machine.field = null...}. */
    private void addClear() {
        InsnList code = method(methods.clear());
        releases.clear(0, cleared, code);
        code.add(new InsnNode(Opcodes.RETURN));
    }

    /** {@code clear(machine); return takeOperand(machine)}. */
    private void addTake() {
        InsnList code = method(methods.take());
        if (!cleared.isEmpty()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, 0));
            code.add(methods.clear());
        }
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(abi.takeOperand());
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    /** {@code return machine != null ? machine : new Machine()}. */
    private void addOrNew() {
        InsnList code = method(methods.orNew());
        LabelNode exists = new LabelNode();
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new JumpInsnNode(Opcodes.IFNONNULL, exists));
        code.add(new TypeInsnNode(Opcodes.NEW, node.name));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(methods.construction());
        code.add(new InsnNode(Opcodes.ARETURN));
        code.add(exists);
        code.add(new FrameNode(Opcodes.F_NEW, 1, new Object[] {node.name}, 0, new Object[0]));
        code.add(new VarInsnNode(Opcodes.ALOAD, 0));
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    /** Arguments: stack values, operand, machine, self, locals. */
    private void addSave(State state, SaveCall save) {
        InsnList code = method(methods.save(save));
        Parameters parameters = new Parameters(0);
        parameters.addAll(save.stack());
        int operand = save.suspends() ? parameters.next(1) : -1;
        int self = parameters.next(1);
        if (save.suspends() && !machine.isCold()) {
            code.add(new VarInsnNode(Opcodes.ALOAD, self));
            code.add(methods.orNew());
            code.add(new VarInsnNode(Opcodes.ASTORE, self));
        }
        if (methods.takesSelf(save)) {
            put(code, self, new VarInsnNode(Opcodes.ALOAD, parameters.next(1)), methods.self());
        }
        parameters.addAll(save.locals());
        store(code, self, parameters);
        if (save.suspends()) {
            releases.dropAt(state, self, code);
            suspend(code, state, self, operand);
        } else {
            code.add(new InsnNode(Opcodes.RETURN));
        }
    }

    private void store(InsnList code, int machineSlot, Parameters parameters) {
        for (Parameters.Argument argument : parameters.stored()) {
            put(code, machineSlot, argument.load(), argument.spill().field().get());
        }
    }

    private void put(InsnList code, int machineSlot, VarInsnNode value, MachineField field) {
        code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
        code.add(value);
        code.add(new FieldInsnNode(Opcodes.PUTFIELD, node.name, field.name(), field.descriptor()));
    }

    private void suspend(InsnList code, State state, int machineSlot, int operand) {
        code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
        code.add(new VarInsnNode(Opcodes.ALOAD, operand));
        code.add(new IntInsnNode(Opcodes.SIPUSH, state.number()));
        code.add(stopping(state.point()));
        if (machine.isCold()) {
            code.add(new InsnNode(Opcodes.RETURN));
        } else {
            code.add(new VarInsnNode(Opcodes.ALOAD, machineSlot));
            code.add(new InsnNode(Opcodes.ARETURN));
        }
    }

    private MethodInsnNode stopping(SuspensionPoint point) {
        if (point.await().operand() != AwaitCall.Operand.ELEMENT) {
            return abi.suspend();
        }
        return point.guarded() ? abi.emitGuarded() : abi.emit();
    }

    private InsnList method(MethodInsnNode called) {
        return method(Opcodes.ACC_STATIC, called.name, called.desc);
    }

    private InsnList method(int access, String name, String descriptor) {
        MethodNode method = new MethodNode(Opcodes.ASM9, access, name, descriptor, null, null);
        node.methods.add(method);
        return method.instructions;
    }
}
