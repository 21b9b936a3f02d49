package org.asyncjava.transformer.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncjava.transformer.flow.FlowGraph;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * The instructions that make what a method returns, without a variable of the source in between.
 *
 * <p>While the code of a {@code finally} runs compilers keep what is returned on the stack, or in a variable without a name, which is loaded
 * outside of what the {@code finally} guards. Without debug information that looks the same as a variable that is assigned within a
 * {@code try} and returned behind it, which comes to the same.
 */
final class ReturnedValues extends SourceInterpreter {
    private final MethodNode method;
    private final FlowGraph graph;

    private ReturnedValues(MethodNode method) {
        super(Opcodes.ASM9);
        this.method = method;
        this.graph = FlowGraph.asExecuted(method);
    }

    static Set<AbstractInsnNode> of(MethodNode method) {
        Set<AbstractInsnNode> found = new HashSet<>();
        try {
            Frame<SourceValue>[] frames = new Analyzer<>(new ReturnedValues(method)).analyze("a/Class", method);
            for (AbstractInsnNode instruction : method.instructions) {
                Frame<SourceValue> frame = frames[method.instructions.indexOf(instruction)];
                if (instruction.getOpcode() == Opcodes.ARETURN && frame != null) {
                    found.addAll(frame.getStack(frame.getStackSize() - 1).insns);
                }
            }
        } catch (AnalyzerException damaged) {
            return Set.of();
        }
        return found;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
        return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, value);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
        return switch (instruction.getOpcode()) {
            case Opcodes.ASTORE -> isNamed((VarInsnNode) instruction) ? super.copyOperation(instruction, value) : value;
            case Opcodes.ALOAD -> keptForReturn(instruction, value);
            default -> super.copyOperation(instruction, value);
        };
    }

    private SourceValue keptForReturn(AbstractInsnNode load, SourceValue value) {
        List<TryCatchBlockNode> around = graph.blockOf(load).stretch().ranges();
        Set<AbstractInsnNode> kept = value.insns.stream().filter(origin -> !around.containsAll(graph.blockOf(origin).stretch().ranges()))
                .collect(Collectors.toSet());
        return kept.isEmpty() ? super.copyOperation(load, value) : new SourceValue(value.size, kept);
    }

    private boolean isNamed(VarInsnNode store) {
        int next = graph.indexOf(store) + 1;
        return method.localVariables != null && method.localVariables.stream().anyMatch(variable -> variable.index == store.var
                && graph.indexOf(variable.start) <= next && graph.indexOf(variable.end) >= next);
    }
}
