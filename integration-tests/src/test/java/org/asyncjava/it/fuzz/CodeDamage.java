package org.asyncjava.it.fuzz;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Damage to code that can still be read: what bad post-processors and obfuscators write. */
enum CodeDamage implements Damage {
    /** An instruction is missing. */
    INSTRUCTION_LOST((method, random) -> method.instructions.remove(pick(real(method), random))),
    /** An instruction stands twice. */
    INSTRUCTION_TWICE((method, random) -> {
        AbstractInsnNode insn = pick(real(method), random);
        if (insn.getOpcode() < GOTO && insn instanceof InsnNode) {
            method.instructions.insert(insn, new InsnNode(insn.getOpcode()));
        } else if (insn instanceof VarInsnNode variable) {
            method.instructions.insert(insn, new VarInsnNode(variable.getOpcode(), variable.var));
        }
    }),
    /** An instruction without operands is another. */
    INSTRUCTION_CHANGED((method, random) -> {
        int[] opcodes = {NOP, ACONST_NULL, ICONST_0, LCONST_0, POP, POP2, DUP, DUP_X1, DUP_X2, DUP2, DUP2_X1, DUP2_X2, SWAP, IADD, LADD,
                AALOAD, AASTORE, ARETURN, IRETURN, RETURN, ATHROW, MONITORENTER, MONITOREXIT, ARRAYLENGTH, I2L, L2I};
        method.instructions.insert(pick(real(method), random), new InsnNode(opcodes[random.nextInt(opcodes.length)]));
    }),
    /** A variable is another. */
    VARIABLE_CHANGED((method, random) -> {
        List<VarInsnNode> variables = all(method, VarInsnNode.class);
        if (!variables.isEmpty()) {
            variables.get(random.nextInt(variables.size())).var = random.nextInt(random.nextInt(20) == 0 ? 65535 : method.maxLocals + 1);
        }
    }),
    /** A jump leads elsewhere. */
    JUMP_TURNED((method, random) -> {
        List<JumpInsnNode> jumps = all(method, JumpInsnNode.class);
        if (!jumps.isEmpty()) {
            jumps.get(random.nextInt(jumps.size())).label = anyLabel(method, random);
        }
    }),
    /** A frame is missing. */
    FRAME_LOST((method, random) -> {
        List<FrameNode> frames = all(method, FrameNode.class);
        if (!frames.isEmpty()) {
            method.instructions.remove(frames.get(random.nextInt(frames.size())));
        }
    }),
    /** A frame tells other types. */
    FRAME_CHANGED((method, random) -> {
        List<FrameNode> frames = all(method, FrameNode.class);
        if (!frames.isEmpty()) {
            FrameNode frame = frames.get(random.nextInt(frames.size()));
            frame.local = changed(frame.local, method, random);
            frame.stack = random.nextBoolean() ? frame.stack : changed(frame.stack, method, random);
        }
    }),
    /** A try range begins, ends or is caught elsewhere. */
    TRY_RANGE_MOVED((method, random) -> {
        TryCatchBlockNode range = new TryCatchBlockNode(anyLabel(method, random), anyLabel(method, random), anyLabel(method, random), null);
        if (!method.tryCatchBlocks.isEmpty()) {
            TryCatchBlockNode old = method.tryCatchBlocks.remove(random.nextInt(method.tryCatchBlocks.size()));
            range = switch (random.nextInt(3)) {
                case 0 -> new TryCatchBlockNode(range.start, old.end, old.handler, old.type);
                case 1 -> new TryCatchBlockNode(old.start, range.end, old.handler, old.type);
                default -> new TryCatchBlockNode(old.start, old.end, range.handler, old.type);
            };
        }
        method.tryCatchBlocks.add(random.nextInt(method.tryCatchBlocks.size() + 1), range);
    }),
    /** A debugger's variable has another range, slot or type. */
    DEBUG_VARIABLE_CHANGED((method, random) -> {
        String[] descriptors = {"I", "J", "Ljava/lang/Object;", "[[D", "Lno/Such;"};
        method.localVariables = method.localVariables == null ? new ArrayList<>() : method.localVariables;
        method.localVariables.add(new LocalVariableNode("odd", descriptors[random.nextInt(descriptors.length)], null,
                method.instructions.size() == 0 ? new LabelNode() : anyLabel(method, random), anyLabel(method, random), random.nextInt(300)));
    }),
    /** Stack and locals are said to be larger or smaller than they are. */
    SIZES_CHANGED((method, random) -> {
        int[] sizes = {0, 1, 2, 255, 256, 65535};
        method.maxStack = random.nextBoolean() ? method.maxStack : sizes[random.nextInt(sizes.length)];
        method.maxLocals = sizes[random.nextInt(sizes.length)];
    });

    private final Change change;

    /** Changes one method in place. */
    @FunctionalInterface
    private interface Change {
        void apply(MethodNode method, Random random);
    }

    CodeDamage(Change change) {
        this.change = change;
    }

    @Override
    public byte[] of(byte[] classFile, Random random) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        List<MethodNode> methods = node.methods.stream().filter(method -> method.instructions.size() > 0).toList();
        if (methods.isEmpty()) {
            return classFile.clone();
        }
        change.apply(methods.get(random.nextInt(methods.size())), random);
        return written(node, classFile);
    }

    private static byte[] written(ClassNode node, byte[] original) {
        try {
            ClassWriter writer = new ClassWriter(0);
            node.accept(writer);
            return writer.toByteArray();
        } catch (RuntimeException notExpressible) {
            return original.clone();
        }
    }

    private static List<AbstractInsnNode> real(MethodNode method) {
        return Arrays.stream(method.instructions.toArray()).filter(insn -> insn.getOpcode() >= 0).toList();
    }

    private static AbstractInsnNode pick(List<AbstractInsnNode> insns, Random random) {
        return insns.get(random.nextInt(insns.size()));
    }

    private static <T extends AbstractInsnNode> List<T> all(MethodNode method, Class<T> kind) {
        return Arrays.stream(method.instructions.toArray()).filter(kind::isInstance).map(kind::cast).toList();
    }

    private static LabelNode anyLabel(MethodNode method, Random random) {
        List<LabelNode> labels = all(method, LabelNode.class);
        if (labels.isEmpty()) {
            LabelNode label = new LabelNode();
            method.instructions.add(label);
            return label;
        }
        return labels.get(random.nextInt(labels.size()));
    }

    private static List<Object> changed(List<Object> types, MethodNode method, Random random) {
        List<Object> changed = new ArrayList<>(types == null ? Collections.emptyList() : types);
        Object[] others = {TOP, INTEGER, LONG, DOUBLE, NULL, UNINITIALIZED_THIS, "java/lang/Object", "[I", "no/Such",
                anyLabel(method, random).getLabel()};
        Object other = others[random.nextInt(others.length)];
        Object type = other instanceof Label ? anyLabel(method, random) : other;
        if (changed.isEmpty() || random.nextInt(4) == 0) {
            changed.add(random.nextInt(changed.size() + 1), type);
        } else if (random.nextInt(4) == 0) {
            changed.remove(random.nextInt(changed.size()));
        } else {
            changed.set(random.nextInt(changed.size()), type);
        }
        return changed;
    }
}
