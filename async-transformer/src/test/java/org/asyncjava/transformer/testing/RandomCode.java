package org.asyncjava.transformer.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asyncjava.transformer.flow.ControlTransfer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Methods with jumps, returns, variables and try ranges as no compiler writes them. */
public final class RandomCode {
    /** How many variables there are. */
    public static final int SLOTS = 3;

    private static final int PLACES = 24;

    private RandomCode() {
    }

    /** One of them. */
    public static MethodNode method(Random random) {
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "m", "()V", null, null);
        method.maxLocals = SLOTS;
        LabelNode[] labels = new LabelNode[PLACES];
        for (int i = 0; i < PLACES; i++) {
            labels[i] = new LabelNode();
            method.instructions.add(labels[i]);
            method.instructions.add(instruction(random));
        }
        method.instructions.add(new InsnNode(Opcodes.RETURN));
        method.instructions.forEach(insn -> {
            if (insn instanceof JumpInsnNode jump) {
                jump.label = labels[random.nextInt(PLACES)];
            }
        });
        for (int i = random.nextInt(6); i > 0; i--) {
            int start = random.nextInt(PLACES - 1);
            int end = start + 1 + random.nextInt(PLACES - 1 - start);
            method.tryCatchBlocks.add(new TryCatchBlockNode(labels[start], labels[end], labels[random.nextInt(PLACES)],
                    random.nextBoolean() ? null : "java/lang/Exception"));
        }
        return method;
    }

    private static AbstractInsnNode instruction(Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> new JumpInsnNode(Opcodes.GOTO, new LabelNode());
            case 1, 2 -> new JumpInsnNode(Opcodes.IFEQ, new LabelNode());
            case 3 -> new InsnNode(Opcodes.ATHROW);
            case 4 -> new InsnNode(Opcodes.RETURN);
            case 5 -> new InsnNode(Opcodes.IALOAD);
            case 6, 7 -> new VarInsnNode(Opcodes.ILOAD, random.nextInt(SLOTS));
            case 8, 9 -> new VarInsnNode(Opcodes.ISTORE, random.nextInt(SLOTS));
            default -> new IincInsnNode(random.nextInt(SLOTS), 1);
        };
    }

    /** What is executed next if nothing is thrown. */
    public static List<AbstractInsnNode> successors(AbstractInsnNode insn) {
        List<AbstractInsnNode> next = new ArrayList<>(ControlTransfer.targets(insn));
        if (ControlTransfer.fallsThrough(insn) && insn.getNext() != null) {
            next.add(insn.getNext());
        }
        return next;
    }

    /** Where each try range leads to that an instruction is in. */
    public static List<LabelNode> handlers(MethodNode method, AbstractInsnNode insn) {
        int index = method.instructions.indexOf(insn);
        return method.tryCatchBlocks.stream().filter(range -> method.instructions.indexOf(range.start) <= index
                && method.instructions.indexOf(range.end) > index).map(range -> range.handler).toList();
    }
}
