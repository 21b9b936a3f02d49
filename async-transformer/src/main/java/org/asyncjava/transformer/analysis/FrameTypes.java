package org.asyncjava.transformer.analysis;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The verification types of locals and operand stack at every instruction, as the JVM's type-checking verifier sees them (JVMS 4.10.1).
 *
 * <p>The compiler's own stack map frames are taken at joins, and everything between is simulated in one linear pass. So no common
 * superclass is ever computed and no other class is read: whatever the JVM verifies has its types here.
 */
public final class FrameTypes {
    private final Simulation simulation;
    private final Map<Object, AbstractInsnNode> creations;

    private FrameTypes(Simulation simulation, Map<Object, AbstractInsnNode> creations) {
        this.simulation = simulation;
        this.creations = creations;
    }

    /** Told about reachable instructions before they execute. */
    @FunctionalInterface
    public interface Observer {
        /**
         * Called in code order.
         *
         * @param insn the instruction that comes next
         * @param types the types before it; valid during the call only
         */
        void before(AbstractInsnNode insn, FrameTypes types);
    }

    /**
     * Walks a method. What stands between two frames is passed over if it has no await; but where a frame has an object without its constructor
     * call, everything is followed, as the object may have been made anywhere.
     *
     * @param owner internal name of the class that declares the method
     * @param method a method with expanded frames
     * @param observer told about each instruction that is not passed over and whose types are known, that is, all but dead code of old compilers
     * @throws TransformationException when an instruction cannot have the operands that the frames give it
     */
    public static void walk(String owner, MethodNode method, Observer observer) {
        Simulation simulation = new Simulation(owner, method);
        Map<Object, AbstractInsnNode> creations = labelledCreations(method);
        FrameTypes types = new FrameTypes(simulation, creations);
        boolean everything = holdsCreation(method);
        boolean passesOver = !everything && !awaitsBeforeNextFrame(method.instructions.getFirst());
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FrameNode) {
                passesOver = !everything && !awaitsBeforeNextFrame(insn.getNext());
            }
            if (!passesOver) {
                step(owner, method, insn, types, observer);
            }
        }
    }

    private static boolean holdsCreation(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FrameNode frame && holdsCreation(frame)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a frame has an object without its constructor call. */
    static boolean holdsCreation(FrameNode frame) {
        return holdsCreation(frame.local) || holdsCreation(frame.stack);
    }

    private static boolean holdsCreation(List<Object> frameTypes) {
        for (Object type : frameTypes) {
            if (type instanceof LabelNode) {
                return true;
            }
        }
        return false;
    }

    private static boolean awaitsBeforeNextFrame(AbstractInsnNode first) {
        for (AbstractInsnNode insn = first; insn != null && !(insn instanceof FrameNode); insn = insn.getNext()) {
            if (AwaitCall.isAwait(insn)) {
                return true;
            }
        }
        return false;
    }

    private static void step(String owner, MethodNode method, AbstractInsnNode insn, FrameTypes types, Observer observer) {
        Simulation simulation = types.simulation;
        boolean known = simulation.locals != null;
        if (Instructions.isReal(insn) && known) {
            observer.before(insn, types);
        }
        simulate(owner, method, insn, simulation);
        if (insn.getOpcode() == Opcodes.NEW && known) {
            types.creations.put(simulation.stack.get(simulation.stack.size() - 1), insn);
        }
    }

    /** No JVM accepts code on which this fails; what the analyser throws then is not specified. */
    private static void simulate(String owner, MethodNode method, AbstractInsnNode insn, Simulation simulation) {
        try {
            insn.accept(simulation);
        } catch (RuntimeException | AssertionError damage) {
            throw new TransformationException(owner.replace('/', '.') + "." + method.name + method.desc + " has code that does not fit"
                    + " its stack map frames: the class file is damaged, compile it again", damage);
        }
    }

    /** Frames name an uninitialised object by the label of its {@code new} instruction. */
    private static Map<Object, AbstractInsnNode> labelledCreations(MethodNode method) {
        Map<Object, AbstractInsnNode> creations = new IdentityHashMap<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.NEW) {
                for (AbstractInsnNode before = insn.getPrevious(); before != null && !Instructions.isReal(before); before = before.getPrevious()) {
                    if (before instanceof LabelNode label) {
                        creations.put(label.getLabel(), insn);
                    }
                }
            }
        }
        return creations;
    }

    /**
     * The types of the local variables by slot, a wide one followed by {@link SlotType#TOP}.
     *
     * @return a new immutable list
     */
    public List<SlotType> locals() {
        return typesOf(simulation.locals);
    }

    /**
     * The types of the operand stack by slot, bottom first, a wide one followed by {@link SlotType#TOP}.
     *
     * @return a new immutable list
     */
    public List<SlotType> stack() {
        return typesOf(simulation.stack);
    }

    private List<SlotType> typesOf(List<Object> frameValues) {
        SlotType[] types = new SlotType[frameValues.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = typeOf(frameValues.get(i));
        }
        return List.of(types);
    }

    private SlotType typeOf(Object frameValue) {
        if (frameValue instanceof Label || frameValue == Opcodes.UNINITIALIZED_THIS) {
            return SlotType.uninitialized(creations.get(frameValue));
        }
        return SlotType.of(frameValue);
    }

    private static final class Simulation extends AnalyzerAdapter {
        Simulation(String owner, MethodNode method) {
            super(Opcodes.ASM9, owner, method.access, method.name, method.desc, null);
        }
    }
}
