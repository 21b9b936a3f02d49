package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.AsyncCloses;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The calls of {@code close} in a method. Those of try-with-resources differ from what is written in that something adds to an exception what
 * closing fails with.
 */
final class ResourceEnds {
    private ResourceEnds() {
    }

    /** All calls that look like the end of a resource. */
    static List<MethodInsnNode> in(MethodNode method) {
        List<MethodInsnNode> closes = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (AsyncCloses.isClose(instruction)) {
                closes.add((MethodInsnNode) instruction);
            }
        }
        return closes;
    }

    /** Whether a compiler has made the call: of the calls for one resource javac has one of this kind, Eclipse's compiler all. */
    static boolean isGenerated(MethodNode method, MethodInsnNode close) {
        return slot(close) >= 0 && suppressing(method, close).isPresent();
    }

    private static int slot(MethodInsnNode close) {
        return Instructions.previous(close) instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD ? load.var : -1;
    }

    private static Optional<TryCatchBlockNode> suppressing(MethodNode method, AbstractInsnNode close) {
        return method.tryCatchBlocks.stream()
                .filter(range -> Instructions.isIn(range, method.instructions, close) && addsToException(range.handler)).findFirst();
    }

    /** Before it is thrown on. */
    private static boolean addsToException(AbstractInsnNode handler) {
        for (AbstractInsnNode insn = Instructions.next(handler); insn != null && insn.getOpcode() != Opcodes.ATHROW; insn = Instructions.next(insn)) {
            if (insn instanceof MethodInsnNode call) {
                return call.name.equals("addSuppressed");
            }
        }
        return false;
    }

    /**
     * What stores the resource. Eclipse's compiler uses the variable itself where a resource is one; before the body it has made room for the
     * exceptions.
     */
    static AbstractInsnNode begin(MethodNode method, MethodInsnNode close) {
        int slot = slot(close);
        Optional<TryCatchBlockNode> suppressing = suppressing(method, close);
        AbstractInsnNode start = suppressing.map(range -> first(method, range)).orElse(close);
        boolean closesAlone = start == close || Instructions.previous(close) == start;
        AbstractInsnNode store = null;
        for (AbstractInsnNode insn = closesAlone ? method.instructions.getFirst() : start; insn != null && insn != close; insn = insn.getNext()) {
            if (insn instanceof VarInsnNode variable && insn.getOpcode() == Opcodes.ASTORE && variable.var == slot) {
                store = insn;
            }
        }
        AbstractInsnNode before = closesAlone ? close : Instructions.previous(start);
        return store != null ? store : before == null ? close : before;
    }

    private static AbstractInsnNode first(MethodNode method, TryCatchBlockNode suppressing) {
        return method.tryCatchBlocks.stream().filter(range -> range.handler == suppressing.handler).map(range -> Instructions.next(range.start))
                .min((one, other) -> Integer.compare(method.instructions.indexOf(one), method.instructions.indexOf(other))).orElseThrow();
    }
}
