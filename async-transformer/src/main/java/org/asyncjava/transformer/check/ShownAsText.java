package org.asyncjava.transformer.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** The calls whose results are made into text, mostly in a concatenation of strings. */
final class ShownAsText {
    private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
    /** Newer compilers make each operand a text by itself. */
    private static final String VALUE_OF = "(Ljava/lang/Object;)Ljava/lang/String;";
    private static final String APPEND = "(Ljava/lang/Object;)Ljava/lang/StringBuilder;";

    private ShownAsText() {
    }

    /**
     * Looks for them.
     *
     * @param method the code
     * @param wanted which calls are asked for: only where there are some the stack is followed
     */
    static Set<AbstractInsnNode> in(String owner, MethodNode method, Predicate<MethodInsnNode> wanted) {
        boolean concatenates = false;
        Set<AbstractInsnNode> calls = new HashSet<>();
        for (AbstractInsnNode instruction : method.instructions) {
            concatenates |= operands(instruction) > 0;
            if (instruction instanceof MethodInsnNode call && wanted.test(call)) {
                calls.add(call);
            }
        }
        Set<AbstractInsnNode> shown = new HashSet<>();
        if (concatenates && !calls.isEmpty()) {
            collect(owner, method, shown);
            shown.retainAll(calls);
        }
        return shown;
    }

    private static void collect(String owner, MethodNode method, Set<AbstractInsnNode> shown) {
        try {
            Frame<SourceValue>[] frames = new Analyzer<>(new SourceInterpreter()).analyze(owner, method);
            for (int index = 0; index < frames.length; index++) {
                int operands = frames[index] == null ? 0 : operands(method.instructions.get(index));
                for (int below = 1; below <= operands; below++) {
                    shown.addAll(frames[index].getStack(frames[index].getStackSize() - below).insns);
                }
            }
        } catch (AnalyzerException unsound) {
            shown.clear();
        }
    }

    /** How many values an instruction makes into text. */
    private static int operands(AbstractInsnNode instruction) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic && dynamic.bsm.getOwner().equals(CONCATENATION)) {
            return Type.getArgumentTypes(dynamic.desc).length;
        }
        return instruction instanceof MethodInsnNode call && (call.name.equals("append") && call.desc.equals(APPEND)
                || call.owner.equals("java/lang/String") && call.name.equals("valueOf") && call.desc.equals(VALUE_OF)) ? 1 : 0;
    }
}
