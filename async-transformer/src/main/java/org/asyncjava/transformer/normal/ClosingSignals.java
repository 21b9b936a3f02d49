package org.asyncjava.transformer.normal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Makes the handlers of a generator pass on the signal that closes it, an error: a {@code catch} clause of the program's is not to take it.
 *
 * <p>Handlers without a type are {@code finally} blocks, and those that throw what they have caught on every path are the ones that
 * try-with-resources compiles to: they see the signal. The others throw it again where they begin, inside the {@code finally} of their own {@code try}.
 */
final class ClosingSignals {
    private ClosingSignals() {
    }

    static void apply(MethodNode method) {
        if (!Markers.emits(method)) {
            return;
        }
        Set<LabelNode> catching = new LinkedHashSet<>();
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            if (range.type != null && RuntimeAbi.SIGNAL_TYPES.contains(range.type)) {
                catching.add(range.handler);
            }
        }
        if (catching.isEmpty()) {
            return;
        }
        Set<LabelNode> rethrowing = Rethrows.of(method);
        for (LabelNode handler : catching) {
            if (!rethrowing.contains(handler)) {
                passOn(method, handler);
            }
        }
    }

    private static void passOn(MethodNode method, LabelNode handler) {
        AbstractInsnNode before = handler;
        while (before.getNext() instanceof LabelNode || before.getNext() instanceof FrameNode || before.getNext() instanceof LineNumberNode) {
            before = before.getNext();
        }
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(RuntimeAbi.passOn());
        method.instructions.insert(before, code);
        method.maxStack++;
    }
}
