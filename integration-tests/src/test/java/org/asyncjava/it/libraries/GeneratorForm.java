package org.asyncjava.it.libraries;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A generator, which emits what the code returns and then, if that is an array, its elements.
 *
 * <pre>
 *   return value    ->  Object value; goto end
 *   end:                emit(value)
 *                       for (int i = 0; i &lt; Injected.length(value); i++) emit(Injected.element(value, i))
 *                       return end()
 * </pre>
 *
 * @param annotation descriptor of what marks it
 * @param type internal name of what it is declared to return
 * @param interruptions what may be injected into it
 */
record GeneratorForm(String annotation, String type, List<Interruption> interruptions) implements Form {
    private static final GeneratorForm ASYNC = new GeneratorForm("Lorg/asyncjava/Async;", "org/asyncjava/runtime/AsyncIterable",
            List.of(Interruption.values()));
    private static final GeneratorForm PLAIN = new GeneratorForm("Lorg/asyncjava/Generator;", "java/lang/Iterable", List.of(Interruption.EMIT));
    private static final String INJECTED = Type.getInternalName(Injected.class);
    private static final String OBJECT = "java/lang/Object";

    static Form either(Random random) {
        return random.nextBoolean() ? ASYNC : PLAIN;
    }

    /** {@code element ->}. */
    static MethodInsnNode emit() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, "org/asyncjava/Emit", "emit", "(Ljava/lang/Object;)V", false);
    }

    @Override
    public String result() {
        return "L" + type + ";";
    }

    @Override
    public void end(MethodNode body, int slot, Type returned) {
        LabelNode end = new LabelNode();
        for (AbstractInsnNode insn : body.instructions.toArray()) {
            if (Returns.isReturn(insn)) {
                InsnList jump = Returns.boxed(returned).instructions;
                jump.add(new JumpInsnNode(Opcodes.GOTO, end));
                body.instructions.insert(insn, jump);
                body.instructions.remove(insn);
            }
        }
        body.instructions.add(end);
        body.instructions.add(emissions(slot));
    }

    private InsnList emissions(int value) {
        MethodNode code = new MethodNode(Opcodes.ASM9);
        Label loop = new Label();
        Label done = new Label();
        int index = value + 1;
        code.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {OBJECT});
        code.visitVarInsn(Opcodes.ASTORE, value);
        code.visitVarInsn(Opcodes.ALOAD, value);
        code.instructions.add(emit());
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, index);
        code.visitLabel(loop);
        code.visitFrame(Opcodes.F_NEW, value + 2, inLoop(value), 0, new Object[0]);
        code.visitVarInsn(Opcodes.ILOAD, index);
        code.visitVarInsn(Opcodes.ALOAD, value);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, INJECTED, "length", "(Ljava/lang/Object;)I", false);
        code.visitJumpInsn(Opcodes.IF_ICMPGE, done);
        code.visitVarInsn(Opcodes.ALOAD, value);
        code.visitVarInsn(Opcodes.ILOAD, index);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, INJECTED, "element", "(Ljava/lang/Object;I)Ljava/lang/Object;", false);
        code.instructions.add(emit());
        code.visitIincInsn(index, 1);
        code.visitJumpInsn(Opcodes.GOTO, loop);
        code.visitLabel(done);
        code.visitFrame(Opcodes.F_NEW, value + 2, inLoop(value), 0, new Object[0]);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "org/asyncjava/Emit", "end", "()Ljava/lang/Object;", false);
        code.visitTypeInsn(Opcodes.CHECKCAST, type);
        code.visitInsn(Opcodes.ARETURN);
        return code.instructions;
    }

    /** The value and the index; of the variables below nothing is read any more. */
    private static Object[] inLoop(int value) {
        return Stream.concat(IntStream.range(0, value).mapToObj(slot -> Opcodes.TOP), Stream.of(OBJECT, Opcodes.INTEGER)).toArray();
    }

    @Override
    public void collect(GeneratorAdapter caller) {
        String collected = type.equals(ASYNC.type) ? FutureForm.FUTURE : "Ljava/lang/Object;";
        caller.visitMethodInsn(Opcodes.INVOKESTATIC, "targets/Elements", "collected", "(" + result() + ")" + collected, false);
        if (type.equals(ASYNC.type)) {
            new FutureForm().collect(caller);
        }
    }
}
