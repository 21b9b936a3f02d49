package org.asyncjava.transformer.normal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncjava.transformer.flow.ControlTransfer;
import org.asyncjava.transformer.flow.FlowGraph;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What belongs to a loop over {@code each(source)}: the code during which its iterator is in its variable.
 *
 * <p>Class files have no mark where a loop ends. But the iterator's variable has ended there: the stack map frame of whatever is jumped to outside
 * has it no longer. A {@code return} runs the {@code finally} blocks around it on the way; those around the loop begin where the ranges of their
 * handlers have a gap.
 */
final class LoopExtent {
    private static final String ITERATOR = "java/util/Iterator";

    private final MethodNode method;
    private final EachLoop loop;
    private final FlowGraph graph;
    private final Set<LabelNode> handlersAround;
    private final Set<AbstractInsnNode> code = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<AbstractInsnNode> open = new ArrayDeque<>();
    private final List<Exit> exits = new ArrayList<>();
    private final List<MethodInsnNode> tests = new ArrayList<>();
    private final List<MethodInsnNode> takes = new ArrayList<>();

    /**
     * A way out of a loop on which its source is to be closed.
     *
     * @param from the last instruction inside
     * @param target where it jumps to; empty where it goes on to the next instruction, or returns
     */
    record Exit(AbstractInsnNode from, Optional<LabelNode> target) {
    }

    private LoopExtent(MethodNode method, EachLoop loop) {
        this.method = method;
        this.loop = loop;
        this.graph = FlowGraph.asVerified(method);
        this.handlersAround = handlersOver(loop.store()).stream().filter(handler -> !holdsIterator(handler)).collect(Collectors.toSet());
    }

    /**
     * Follows a loop.
     *
     * @param method not changed
     * @param loop one of its loops
     * @return its extent
     * @throws TransformationException if it is not clear
     */
    static LoopExtent of(MethodNode method, EachLoop loop) {
        LoopExtent extent = new LoopExtent(method, loop);
        extent.open.add(loop.store().getNext());
        while (!extent.open.isEmpty()) {
            AbstractInsnNode insn = extent.open.pop();
            if (extent.code.add(insn)) {
                extent.follow(insn);
            }
        }
        extent.requireClear();
        return extent;
    }

    /** All that is inside, labels and frames included. */
    Set<AbstractInsnNode> code() {
        return code;
    }

    List<Exit> exits() {
        return exits;
    }

    /** The calls of {@code hasNext}. */
    List<MethodInsnNode> tests() {
        return tests;
    }

    /** The calls of {@code next}. */
    List<MethodInsnNode> takes() {
        return takes;
    }

    /** Whether an entry of the exception table is around the loop, rather than in it. */
    boolean isAround(TryCatchBlockNode range) {
        return handlersAround.contains(range.handler);
    }

    /**
     * Whether its iterator is in its variable no longer where there are no more elements. javac and Eclipse's compiler write frames so; those of Kotlin,
     * Groovy, and tools that compute frames anew have what nobody reads any more, and then nothing tells what is behind the loop.
     */
    boolean tellsItsEnd() {
        return tests.stream().map(Instructions::next).noneMatch(jump -> holdsIteratorFrom(jump.getOpcode() == Opcodes.IFEQ ? ((JumpInsnNode) jump).label : jump.getNext()));
    }

    /** What the first frame from here on says. */
    private boolean holdsIteratorFrom(AbstractInsnNode start) {
        for (AbstractInsnNode insn = start; insn != null && !isStoreOfAnother(insn); insn = insn.getNext()) {
            if (insn instanceof FrameNode frame) {
                return holdsIterator(frame);
            }
            if (insn.getOpcode() == Opcodes.GOTO) {
                return holdsIterator(((JumpInsnNode) insn).label);
            }
            if (!ControlTransfer.fallsThrough(insn)) {
                return false;
            }
        }
        return false;
    }

    private void follow(AbstractInsnNode insn) {
        if (insn instanceof MethodInsnNode call && isOfIterator(call)) {
            (call.name.equals("hasNext") ? tests : takes).add(call);
        }
        Optional<AbstractInsnNode> test = testBefore(insn);
        for (LabelNode target : ControlTransfer.targets(insn)) {
            boolean isOver = test.isPresent() && insn.getOpcode() == Opcodes.IFEQ;
            if (!isOver) {
                go(insn, target, Optional.of(target));
            }
        }
        if (Instructions.isReturn(insn)) {
            exits.add(new Exit(insn, Optional.empty()));
        } else if (ControlTransfer.fallsThrough(insn) && !(test.isPresent() && insn.getOpcode() == Opcodes.IFNE)) {
            go(insn, insn.getNext(), Optional.empty());
        }
        handlersOver(insn).stream().filter(this::holdsIterator).forEach(open::add);
    }

    private void go(AbstractInsnNode from, AbstractInsnNode to, Optional<LabelNode> target) {
        if (to == null) {
            return;
        }
        boolean isInside = Instructions.frameAt(to).map(this::holdsIterator).orElse(true) && !isStoreOfAnother(to) && !leavesRangeAround(from, to);
        if (isInside) {
            open.add(to);
        } else {
            exits.add(new Exit(from, target));
        }
    }

    private boolean isStoreOfAnother(AbstractInsnNode insn) {
        return insn instanceof VarInsnNode variable && insn.getOpcode() >= Opcodes.ISTORE && variable.var == loop.slot();
    }

    /** Whether this goes from what a {@code try} around the loop guards to a copy of its {@code finally} block. */
    private boolean leavesRangeAround(AbstractInsnNode from, AbstractInsnNode to) {
        AbstractInsnNode next = Instructions.isReal(to) ? to : Instructions.next(to);
        return next != null && Instructions.isReal(from) && !handlersOver(next).containsAll(handlersAround);
    }

    private Set<LabelNode> handlersOver(AbstractInsnNode insn) {
        return graph.blockOf(insn).stretch().ranges().stream().map(range -> range.handler).collect(Collectors.toSet());
    }

    private boolean holdsIterator(LabelNode handler) {
        return Instructions.frameAt(handler).filter(this::holdsIterator).isPresent();
    }

    private boolean holdsIterator(FrameNode frame) {
        return ITERATOR.equals(LocalTypes.of(frame).get(loop.slot()));
    }

    private boolean isOfIterator(MethodInsnNode call) {
        AbstractInsnNode receiver = Instructions.previous(call);
        return call.owner.equals(ITERATOR) && (call.name.equals("hasNext") || call.name.equals("next")) && isLoad(receiver);
    }

    private boolean isLoad(AbstractInsnNode insn) {
        return insn instanceof VarInsnNode variable && insn.getOpcode() == Opcodes.ALOAD && variable.var == loop.slot();
    }

    /** The call of {@code hasNext} whose outcome a jump depends on. */
    private Optional<AbstractInsnNode> testBefore(AbstractInsnNode jump) {
        AbstractInsnNode before = jump instanceof JumpInsnNode ? Instructions.previous(jump) : null;
        return before instanceof MethodInsnNode call && isOfIterator(call) && call.name.equals("hasNext") ? Optional.of(before) : Optional.empty();
    }

    private void requireClear() {
        long loads = code.stream().filter(this::isLoad).count();
        boolean tested = tests.stream().allMatch(test -> {
            int next = Instructions.next(test) == null ? -1 : Instructions.next(test).getOpcode();
            return next == Opcodes.IFEQ || next == Opcodes.IFNE;
        });
        boolean beginsAgain = code.contains(loop.each()) || code.contains(loop.iterator());
        if (loads != tests.size() + takes.size() || tests.isEmpty() || !tested || beginsAgain) {
            throw new TransformationException(method.name + " has a loop over each(...) of which it cannot be told where it ends: its iterator is used"
                    + " for something else than a loop of the language");
        }
    }
}
