package org.asyncjava.transformer.normal;

import java.util.List;
import org.asyncjava.transformer.abi.RuntimeAbi;
import org.asyncjava.transformer.flow.AddedLine;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A handler that closes something, whose own failure is suppressed, and throws what it has caught:
 *
 * <pre>
 *   start:  failure = caught
 *           try { close } catch (Throwable another) { suppress(failure, another) }
 *           throw failure
 * </pre>
 */
final class FailureClosing {
    private static final String THROWABLE = "java/lang/Throwable";

    private final InsnList closing;
    private final int failure;
    private final int another;
    private final LabelNode start = new LabelNode();
    private final LabelNode tried = new LabelNode();
    private final LabelNode triedEnd = new LabelNode();
    private final LabelNode failed = new LabelNode();
    private final LabelNode end = new LabelNode();

    /**
     * Makes one.
     *
     * @param closing the code that closes, which leaves the stack as it is
     * @param firstSlot the first of two slots that nothing else uses
     */
    FailureClosing(InsnList closing, int firstSlot) {
        this.closing = closing;
        this.failure = firstSlot;
        this.another = firstSlot + 1;
    }

    LabelNode start() {
        return start;
    }

    LabelNode end() {
        return end;
    }

    /** The entry of the exception table for what fails while it closes. */
    TryCatchBlockNode itsOwnRange() {
        return new TryCatchBlockNode(tried, triedEnd, failed, THROWABLE);
    }

    /**
     * The code, once.
     *
     * @param types the local variables that it has and that are read when it throws; changed
     * @param line the line of what it closes
     * @return what stands from {@link #start} to {@link #end}
     */
    InsnList code(LocalTypes types, int line) {
        LabelNode thrown = new LabelNode();
        InsnList code = new InsnList();
        code.add(start);
        code.add(new AddedLine(line, start));
        code.add(types.frame(List.of(THROWABLE)));
        code.add(new VarInsnNode(Opcodes.ASTORE, failure));
        code.add(tried);
        code.add(closing);
        code.add(triedEnd);
        code.add(new JumpInsnNode(Opcodes.GOTO, thrown));
        types.set(failure, THROWABLE);
        code.add(failed);
        code.add(types.frame(List.of(THROWABLE)));
        code.add(new VarInsnNode(Opcodes.ASTORE, another));
        code.add(new VarInsnNode(Opcodes.ALOAD, failure));
        code.add(new VarInsnNode(Opcodes.ALOAD, another));
        code.add(RuntimeAbi.suppress());
        code.add(thrown);
        code.add(types.frame(List.of()));
        code.add(new VarInsnNode(Opcodes.ALOAD, failure));
        code.add(new InsnNode(Opcodes.ATHROW));
        code.add(end);
        return code;
    }
}
