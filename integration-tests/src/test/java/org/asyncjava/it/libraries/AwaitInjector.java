package org.asyncjava.it.libraries;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Moves the code of methods into async methods, with awaits between arbitrary instructions, and leaves methods of the old signatures that
 * call these.
 */
final class AwaitInjector {
    private static final String INJECTED = Type.getInternalName(Injected.class);
    private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";
    private static final int MAX_INSTRUCTIONS = 1_500;
    private static final int MAX_AWAITS = 40;

    private final Random random;
    private int methods;
    private int awaits;

    AwaitInjector(long seed) {
        this.random = new Random(seed);
    }

    int methods() {
        return methods;
    }

    int awaits() {
        return awaits;
    }

    /** A class with its methods made async; the same array if none can be. */
    byte[] inject(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        List<MethodNode> bodies = new ArrayList<>();
        for (MethodNode method : node.methods) {
            if (isEligible(node, method)) {
                bodies.add(split(node, method, bodies.size()));
            }
        }
        if (bodies.isEmpty()) {
            return classFile;
        }
        node.methods.addAll(bodies);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static boolean isEligible(ClassNode owner, MethodNode method) {
        int excluded = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED;
        boolean old = (owner.version & 0xFFFF) < Opcodes.V1_8;
        if (old || (method.access & excluded) != 0 || method.name.startsWith("<") || method.instructions.size() > MAX_INSTRUCTIONS) {
            return false;
        }
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.MONITORENTER) {
                return false;
            }
        }
        return true;
    }

    /** Gives the code of a method to a new one, which is returned. */
    private MethodNode split(ClassNode owner, MethodNode method, int number) {
        String descriptor = method.desc.substring(0, method.desc.indexOf(')') + 1) + FUTURE;
        int access = Opcodes.ACC_PRIVATE | method.access & Opcodes.ACC_STATIC;
        MethodNode body = new MethodNode(Opcodes.ASM9, access, method.name + "$injected" + number, descriptor, null, null);
        body.instructions = method.instructions;
        body.tryCatchBlocks = method.tryCatchBlocks;
        body.localVariables = method.localVariables;
        body.invisibleAnnotations = new ArrayList<>(List.of(new AnnotationNode("Lorg/asyncjava/Async;")));
        returnFutures(body, Type.getReturnType(method.desc));
        injectAwaits(body.instructions);
        methods++;
        callInstead(owner, method, body);
        return body;
    }

    private void returnFutures(MethodNode body, Type returned) {
        for (AbstractInsnNode insn : body.instructions.toArray()) {
            if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
                MethodNode code = new MethodNode(Opcodes.ASM9);
                GeneratorAdapter generator = new GeneratorAdapter(code, Opcodes.ACC_STATIC, "box", "()V");
                if (returned == Type.VOID_TYPE) {
                    generator.visitInsn(Opcodes.ACONST_NULL);
                } else {
                    generator.valueOf(returned);
                }
                generator.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/concurrent/CompletableFuture", "completedFuture",
                        "(Ljava/lang/Object;)" + FUTURE, false);
                generator.visitInsn(Opcodes.ARETURN);
                body.instructions.insert(insn, code.instructions);
                body.instructions.remove(insn);
            }
        }
    }

    /** A frame names an uninitialised object by the offset of its {@code new}: nothing may come between that label and the instruction. */
    private void injectAwaits(InsnList code) {
        int oneIn = Math.max(3, code.size() / MAX_AWAITS);
        for (AbstractInsnNode insn : code.toArray()) {
            if (insn.getOpcode() >= 0 && insn.getOpcode() != Opcodes.NEW && random.nextInt(oneIn) == 0) {
                awaits++;
                code.insertBefore(insn, new MethodInsnNode(Opcodes.INVOKESTATIC, INJECTED, "operand", "()" + FUTURE, false));
                code.insertBefore(insn, new MethodInsnNode(Opcodes.INVOKESTATIC, "org/asyncjava/Await", "await",
                        "(Ljava/util/concurrent/CompletionStage;)Ljava/lang/Object;", false));
                code.insertBefore(insn, new InsnNode(Opcodes.POP));
            }
        }
    }

    /** {@code return (T) Injected.result(body(arguments))}. */
    private static void callInstead(ClassNode owner, MethodNode method, MethodNode body) {
        MethodNode code = new MethodNode(Opcodes.ASM9);
        GeneratorAdapter generator = new GeneratorAdapter(code, method.access, method.name, method.desc);
        boolean isInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        if (!isStatic) {
            generator.loadThis();
        }
        generator.loadArgs();
        generator.visitMethodInsn(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL, owner.name, body.name, body.desc, isInterface);
        generator.visitMethodInsn(Opcodes.INVOKESTATIC, INJECTED, "result", "(" + FUTURE + ")Ljava/lang/Object;", false);
        Type returned = Type.getReturnType(method.desc);
        if (returned == Type.VOID_TYPE) {
            generator.pop();
        } else {
            generator.unbox(returned);
        }
        generator.returnValue();
        method.instructions = code.instructions;
        method.tryCatchBlocks = new ArrayList<>();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
    }
}
