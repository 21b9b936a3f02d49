package org.asyncjava.transformer.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * All that the plan needs to know of a method in normal form.
 *
 * @param method the method, not to be changed while the facts are in use
 * @param points its awaits in code order
 * @param entry types of the parameters by slot, {@code this} included
 * @param liveAtEntry slots whose value at entry is read
 * @param liveAtFrames slots that are read after each frame
 * @param neverAssigned slots in which {@code this} and the parameters are that hold throughout what was passed
 */
public record MethodFacts(MethodNode method, List<SuspensionPoint> points, List<SlotType> entry, BitSet liveAtEntry,
        Map<AbstractInsnNode, BitSet> liveAtFrames, BitSet neverAssigned) {
    private static final int MAX_SLOTS = 0xFFFF;

    /**
     * Analyses a method.
     *
     * @param owner internal name of the class that declares the method
     * @param method in normal form
     * @param retention which local variables count as live
     * @return the facts
     * @throws TransformationException when an await is in code whose types the class file does not tell
     */
    public static MethodFacts of(String owner, MethodNode method, Retention retention) {
        requireRoom(owner, method);
        AbstractInsnNode first = method.instructions.getFirst();
        Liveness liveness = Liveness.of(method, retention, new Places(first));
        List<SuspensionPoint> points = new ArrayList<>();
        FrameTypes.walk(owner, method, new Awaits(liveness, LineNumbers.of(method), new Guards(method), points));
        requireAll(owner, method, points);
        for (SuspensionPoint point : points) {
            requireInitialised(owner, method, point);
        }
        List<SlotType> entry = entryTypes(owner, method);
        return new MethodFacts(method, List.copyOf(points), entry, liveness.before(first), liveAtFrames(method, liveness), neverAssigned(method, entry));
    }

    /** Where it is asked which variables are live. */
    private record Places(AbstractInsnNode first) implements Predicate<AbstractInsnNode> {
        @Override
        public boolean test(AbstractInsnNode insn) {
            return insn == first || insn instanceof FrameNode || AwaitCall.isAwait(insn);
        }
    }

    /** Notes the awaits with what is known there. */
    private record Awaits(Liveness liveness, LineNumbers lines, Guards guards, List<SuspensionPoint> points) implements FrameTypes.Observer {
        @Override
        public void before(AbstractInsnNode insn, FrameTypes types) {
            if (AwaitCall.isAwait(insn)) {
                points.add(new SuspensionPoint(AwaitCall.of(insn).orElseThrow(), lines.of(insn), types.locals(), belowOperand(types.stack()),
                        liveness.before(insn), guards.standAround(insn), lines.isRepeated(insn)));
            }
        }
    }

    /** The machine takes a slot, and values of the stack may take some for a while. */
    private static void requireRoom(String owner, MethodNode method) {
        if (method.maxLocals + method.maxStack >= MAX_SLOTS) {
            throw new TransformationException(owner.replace('/', '.') + "." + method.name + method.desc + " declares " + method.maxLocals
                    + " slots for variables and " + method.maxStack + " for its stack, which leaves none of the " + MAX_SLOTS
                    + " that a method can have for its state machine: divide it into several methods");
        }
    }

    private static List<SlotType> belowOperand(List<SlotType> stack) {
        return List.copyOf(stack.subList(0, stack.size() - 1));
    }

    private static void requireAll(String owner, MethodNode method, List<SuspensionPoint> points) {
        long awaits = 0;
        for (AbstractInsnNode insn : method.instructions) {
            awaits += AwaitCall.isAwait(insn) ? 1 : 0;
        }
        if (awaits != points.size()) {
            throw new TransformationException(owner.replace('/', '.') + "." + method.name + method.desc
                    + " awaits in code that has no stack map frame; recompile the class with a current compiler.");
        }
    }

    /** The normal form leaves none but those whose creation a damaged frame does not tell. */
    private static void requireInitialised(String owner, MethodNode method, SuspensionPoint point) {
        for (SlotType type : point.stack()) {
            if (type.kind() == SlotType.Kind.UNINITIALIZED) {
                throw uninitialised(owner, method, point);
            }
        }
    }

    private static TransformationException uninitialised(String owner, MethodNode method, SuspensionPoint point) {
        return new TransformationException(owner.replace('/', '.') + "." + method.name + method.desc + " awaits in line " + point.line()
                + " over an object without constructor call that no new instruction made: the class file is damaged, compile it again");
    }

    private static List<SlotType> entryTypes(String owner, MethodNode method) {
        List<SlotType> types = new ArrayList<>();
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            types.add(SlotType.reference(owner));
        }
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
            types.add(SlotType.of(parameter));
            if (parameter.getSize() == 2) {
                types.add(SlotType.TOP);
            }
        }
        return List.copyOf(types);
    }

    private static Map<AbstractInsnNode, BitSet> liveAtFrames(MethodNode method, Liveness liveness) {
        Map<AbstractInsnNode, BitSet> live = new IdentityHashMap<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FrameNode) {
                live.put(insn, liveness.before(insn));
            }
        }
        return live;
    }

    private static BitSet neverAssigned(MethodNode method, List<SlotType> entry) {
        BitSet slots = new BitSet();
        for (int slot = 0; slot < entry.size(); slot++) {
            slots.set(slot, entry.get(slot).size() > 0);
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof IincInsnNode increment) {
                slots.clear(increment.var);
            } else if (insn instanceof VarInsnNode variable && insn.getOpcode() >= Opcodes.ISTORE && insn.getOpcode() <= Opcodes.ASTORE) {
                clearStored(variable, entry, slots);
            }
        }
        return slots;
    }

    /** A value of two slots overwrites both; and a store to the second of two overwrites the value. */
    private static void clearStored(VarInsnNode store, List<SlotType> entry, BitSet slots) {
        boolean isWide = store.getOpcode() == Opcodes.LSTORE || store.getOpcode() == Opcodes.DSTORE;
        slots.clear(store.var, store.var + (isWide ? 2 : 1));
        if (store.var > 0 && store.var <= entry.size() && entry.get(store.var - 1).size() == 2) {
            slots.clear(store.var - 1);
        }
    }

    /**
     * Tells whether the method has a {@code this}.
     *
     * @return false for a static method
     */
    public boolean isInstance() {
        return (method.access & Opcodes.ACC_STATIC) == 0;
    }

    /**
     * Tells whether slot 0 holds {@code this} throughout.
     *
     * @return false for a static method
     */
    public boolean thisIsFixed() {
        return isInstance() && neverAssigned.get(0);
    }
}
