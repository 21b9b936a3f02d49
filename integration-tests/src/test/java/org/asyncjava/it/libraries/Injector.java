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
import org.objectweb.asm.tree.MethodNode;

/**
 * Moves the code of methods into async methods and generators, with awaits and emits between arbitrary instructions, and leaves methods of the old
 * signatures that call these.
 */
final class Injector {
    private static final int MAX_INSTRUCTIONS = 1_500;
    private static final int MAX_INTERRUPTIONS = 40;

    private final long seed;
    private final Random random;
    private final Form.Choice choice;
    private int methods;
    private int generators;
    private int interruptions;

    Injector(long seed, Form.Choice choice) {
        this.seed = seed;
        this.random = new Random(seed);
        this.choice = choice;
    }

    /** How many methods there are whose code was moved. */
    int methods() {
        return methods;
    }

    /** How many of them are generators. */
    int generators() {
        return generators;
    }

    /** A class with its methods made async or generators; the same array if none can be. */
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
        Type returned = Type.getReturnType(method.desc);
        Form form = choice.of(returned, random);
        String descriptor = method.desc.substring(0, method.desc.indexOf(')') + 1) + form.result();
        int access = Opcodes.ACC_PRIVATE | method.access & Opcodes.ACC_STATIC;
        MethodNode body = new MethodNode(Opcodes.ASM9, access, method.name + "$injected" + number, descriptor, null, null);
        body.instructions = method.instructions;
        body.tryCatchBlocks = method.tryCatchBlocks;
        body.localVariables = method.localVariables;
        body.invisibleAnnotations = new ArrayList<>(List.of(new AnnotationNode(form.annotation())));
        form.end(body, method.maxLocals, returned);
        interrupt(body.instructions, form.interruptions());
        methods++;
        generators += form instanceof GeneratorForm ? 1 : 0;
        callInstead(owner, method, body, form);
        return body;
    }

    /** A frame names an uninitialised object by the offset of its {@code new}: nothing may come between that label and the instruction. */
    private void interrupt(InsnList code, List<Interruption> possible) {
        int oneIn = Math.max(3, code.size() / MAX_INTERRUPTIONS);
        for (AbstractInsnNode insn : code.toArray()) {
            if (insn.getOpcode() >= 0 && insn.getOpcode() != Opcodes.NEW && random.nextInt(oneIn) == 0) {
                interruptions++;
                code.insertBefore(insn, possible.get(random.nextInt(possible.size())).code());
            }
        }
    }

    /** {@code return (T) collected(body(arguments))}. */
    private static void callInstead(ClassNode owner, MethodNode method, MethodNode body, Form form) {
        MethodNode code = new MethodNode(Opcodes.ASM9);
        GeneratorAdapter generator = new GeneratorAdapter(code, method.access, method.name, method.desc);
        boolean isInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        if (!isStatic) {
            generator.loadThis();
        }
        generator.loadArgs();
        generator.visitMethodInsn(isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL, owner.name, body.name, body.desc, isInterface);
        form.collect(generator);
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

    @Override
    public String toString() {
        return "seed " + seed + ", " + methods + " methods, " + generators + " of them generators, with " + interruptions + " awaits and emits";
    }
}
