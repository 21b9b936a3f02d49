package org.asyncjava.transformer.normal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.flow.AddedLine;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes of a loop over {@code each(source)} one that awaits each step, and awaits that the source is closed wherever the loop is left before its
 * end.
 *
 * <pre>
 *   each(source).iterator()   ->  source.iterator(), or the source itself if it is an iterator
 *   iterator.hasNext()        ->  await(iterator.advance())
 *   iterator.next()           ->  iterator.current()
 *   break, continue outer     ->  await(iterator.closeAsync()), then the jump
 *   return value              ->  the value, await(iterator.closeAsync()), then the finally blocks around the loop and the return
 *   an exception              ->  await(iterator.closeAsync()), whose failure is suppressed, then the exception
 * </pre>
 */
final class EachLoops {
    private final String owner;
    private final MethodNode method;
    private final InsnList code;
    private final EachLoop loop;
    private final LoopExtent extent;

    private EachLoops(String owner, MethodNode method, EachLoop loop) {
        this.owner = owner;
        this.method = method;
        this.code = method.instructions;
        this.loop = loop;
        this.extent = LoopExtent.of(method, loop);
    }

    /**
     * Rewrites the loops of a method.
     *
     * @param owner internal name of the class that declares the method
     * @param method changed in place
     * @throws org.asyncjava.transformer.read.TransformationException where it is not clear where a loop ends
     */
    static void apply(String owner, MethodNode method) {
        for (EachLoop loop : EachLoop.in(method)) {
            new EachLoops(owner, method, loop).rewrite();
        }
    }

    private void rewrite() {
        List<TryCatchBlockNode> around = method.tryCatchBlocks.stream().filter(extent::isAround).filter(this::covers).toList();
        retype();
        replaceCalls();
        extent.exits().stream().distinct().forEach(exit -> close(exit, around));
        closeOnFailure(around);
    }

    private boolean covers(TryCatchBlockNode range) {
        return extent.code().stream().anyMatch(insn -> isIn(range, insn));
    }

    private boolean isIn(TryCatchBlockNode range, AbstractInsnNode insn) {
        return Instructions.isIn(range, code, insn);
    }

    /** The iterator's variable has another type from now on. */
    private void retype() {
        for (AbstractInsnNode insn : extent.code()) {
            if (insn instanceof FrameNode frame) {
                LocalTypes types = LocalTypes.of(frame);
                types.set(loop.slot(), RuntimeAbi.ASYNC_ITERATOR);
                frame.local = types.locals();
            }
        }
    }

    private void replaceCalls() {
        for (MethodInsnNode test : extent.tests()) {
            code.insertBefore(test, RuntimeAbi.advance());
            code.insertBefore(test, AddedAwaits.await());
            code.insertBefore(test, new TypeInsnNode(Opcodes.CHECKCAST, "java/lang/Boolean"));
            replace(test, new MethodInsnNode(Opcodes.INVOKEVIRTUAL, "java/lang/Boolean", "booleanValue", "()Z", false));
        }
        extent.takes().forEach(take -> replace(take, RuntimeAbi.current()));
        replace(loop.each(), RuntimeAbi.open(loop.each().desc));
        code.remove(loop.iterator());
    }

    private void replace(MethodInsnNode old, MethodInsnNode call) {
        code.set(old, call);
        if (extent.code().remove(old)) {
            extent.code().add(call);
        }
    }

    /** {@code ->}. */
    private InsnList closing() {
        InsnList closing = AddedAwaits.close();
        closing.insert(new VarInsnNode(Opcodes.ALOAD, loop.slot()));
        return closing;
    }

    private void close(LoopExtent.Exit exit, List<TryCatchBlockNode> around) {
        AbstractInsnNode from = exit.from();
        if (exit.target().isPresent() && from.getOpcode() != Opcodes.GOTO) {
            closeElsewhere(from, exit.target().get(), around);
        } else {
            closeHere(from, exit.target().isPresent() || Instructions.isReturn(from));
        }
        method.maxStack++;
    }

    /** Before a jump or return, or behind what goes on outside; no handler of the loop's own sees what fails. */
    private void closeHere(AbstractInsnNode from, boolean isBefore) {
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        InsnList closing = closing();
        closing.insert(start);
        closing.add(end);
        if (isBefore) {
            code.insertBefore(from, closing);
        } else {
            code.insert(from, closing);
        }
        List<TryCatchBlockNode> divided = new ArrayList<>();
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            boolean isOwn = !extent.isAround(range) && isIn(range, start);
            if (isOwn) {
                divided.add(copy(range, range.start, start));
                divided.add(copy(range, end, range.end));
            } else {
                divided.add(range);
            }
        }
        method.tryCatchBlocks = divided;
    }

    private static TryCatchBlockNode copy(TryCatchBlockNode range, LabelNode start, LabelNode end) {
        TryCatchBlockNode part = new TryCatchBlockNode(start, end, range.handler, range.type);
        part.visibleTypeAnnotations = range.visibleTypeAnnotations;
        part.invisibleTypeAnnotations = range.invisibleTypeAnnotations;
        return part;
    }

    /** A conditional jump goes to code of its own at the method's end. */
    private void closeElsewhere(AbstractInsnNode jump, LabelNode target, List<TryCatchBlockNode> around) {
        FrameNode frame = Instructions.frameAt(target).orElseThrow(() -> new TransformationException(method.name + " jumps out of a loop over each(...)"
                + " to where there is no stack map frame: the class file is damaged, compile it again"));
        LocalTypes types = LocalTypes.of(frame);
        around.stream().filter(range -> isIn(range, jump)).forEach(range -> Instructions.frameAt(range.handler).ifPresent(at -> types.fill(LocalTypes.of(at))));
        types.set(loop.slot(), RuntimeAbi.ASYNC_ITERATOR);
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        InsnList block = closing();
        block.insert(types.frame(frame.stack == null ? List.of() : frame.stack));
        block.insert(new AddedLine(Instructions.lineOf(jump), start));
        block.insert(start);
        block.add(new JumpInsnNode(Opcodes.GOTO, target));
        block.add(end);
        code.add(block);
        redirect(jump, target, start);
        guard(start, end, around.stream().filter(range -> isIn(range, jump)).toList());
    }

    private static void redirect(AbstractInsnNode jump, LabelNode from, LabelNode to) {
        if (jump instanceof JumpInsnNode one) {
            one.label = to;
        } else if (jump instanceof TableSwitchInsnNode table) {
            table.labels.replaceAll(label -> label == from ? to : label);
            table.dflt = table.dflt == from ? to : table.dflt;
        } else if (jump instanceof LookupSwitchInsnNode lookup) {
            lookup.labels.replaceAll(label -> label == from ? to : label);
            lookup.dflt = lookup.dflt == from ? to : lookup.dflt;
        }
    }

    /** What a range catches, and where: a handler of several types has a range for each. */
    private record Caught(LabelNode handler, String type) {
    }

    /** Code at the method's end is in the same ranges as the loop. */
    private void guard(LabelNode start, LabelNode end, List<TryCatchBlockNode> ranges) {
        Set<Caught> seen = new HashSet<>();
        for (TryCatchBlockNode range : ranges) {
            if (seen.add(new Caught(range.handler, range.type))) {
                method.tryCatchBlocks.add(method.tryCatchBlocks.indexOf(range) + 1, copy(range, start, end));
            }
        }
    }

    private void closeOnFailure(List<TryCatchBlockNode> around) {
        FailureClosing closing = new FailureClosing(closing(), method.maxLocals);
        method.maxLocals += 2;
        method.maxStack = Math.max(method.maxStack, 2);
        code.add(closing.code(typesAtFailure(around), Instructions.lineOf(loop.store())));
        guard(closing.start(), closing.end(), around);
        method.tryCatchBlocks.addAll(position(around), ranges(closing.start()));
        method.tryCatchBlocks.add(0, closing.itsOwnRange());
    }

    /** What is read after a failure: by handlers around the loop. */
    private LocalTypes typesAtFailure(List<TryCatchBlockNode> around) {
        LocalTypes types = LocalTypes.none();
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            types.set(0, owner);
        }
        around.forEach(range -> Instructions.frameAt(range.handler).ifPresent(frame -> types.fill(LocalTypes.of(frame))));
        types.set(loop.slot(), RuntimeAbi.ASYNC_ITERATOR);
        return types;
    }

    /** Before the first that is around the loop. */
    private int position(List<TryCatchBlockNode> around) {
        return around.isEmpty() ? method.tryCatchBlocks.size() : method.tryCatchBlocks.indexOf(around.get(0));
    }

    /** The stretches of the loop's code. */
    private List<TryCatchBlockNode> ranges(LabelNode handler) {
        List<TryCatchBlockNode> ranges = new ArrayList<>();
        LabelNode start = null;
        for (AbstractInsnNode insn = code.getFirst(); insn != null; insn = insn.getNext()) {
            boolean isInside = extent.code().contains(insn);
            if (start == null && isInside && Instructions.isReal(insn)) {
                start = new LabelNode();
                code.insertBefore(insn, start);
            } else if (start != null && !isInside && (Instructions.isReal(insn) || insn instanceof LabelNode)) {
                LabelNode end = new LabelNode();
                code.insertBefore(insn, end);
                ranges.add(new TryCatchBlockNode(start, end, handler, null));
                start = null;
            }
        }
        return ranges;
    }
}
