package org.asyncjava.transformer.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.asyncjava.rules.flow.Effect;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.read.Markers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** The calls in a method that are given a coroutine which has certainly been started: from a variable that the call that made it is assigned to. */
final class RepeatedUses extends SourceInterpreter {
    private final MethodNode method;
    private final Callees callees;
    private final Map<MethodInsnNode, List<MethodInsnNode>> uses = new LinkedHashMap<>();
    /** What is put into the arrays of calls with any number of arguments. */
    private final Map<AbstractInsnNode, List<AbstractInsnNode>> elements = new HashMap<>();

    private RepeatedUses(MethodNode method, Callees callees) {
        super(Opcodes.ASM9);
        this.method = method;
        this.callees = callees;
    }

    /** The calls, each with the one that has made the coroutine. */
    static Map<MethodInsnNode, MethodInsnNode> in(MethodNode method, Callees callees) {
        Map<MethodInsnNode, MethodInsnNode> found = new LinkedHashMap<>();
        RepeatedUses scan = new RepeatedUses(method, callees);
        if (scan.calls().noneMatch(callees::makesCoroutine)) {
            return found;
        }
        scan.findUses();
        scan.uses.forEach((made, uses) -> {
            if (uses.size() > 1) {
                InstructionFlow flow = InstructionFlow.of(method, call -> call == made ? Effect.RELEASES : uses.contains(call) ? Effect.USES : Effect.NONE);
                uses.stream().filter(flow::isTakenAt).forEach(use -> found.put(use, made));
            }
        });
        return found;
    }

    private Stream<MethodInsnNode> calls() {
        return Stream.of(method.instructions.toArray()).filter(MethodInsnNode.class::isInstance).map(MethodInsnNode.class::cast);
    }

    private void findUses() {
        try {
            Frame<SourceValue>[] frames = new Analyzer<>(this).analyze("a/Class", method);
            AbstractInsnNode[] instructions = method.instructions.toArray();
            for (int index = 0; index < instructions.length; index++) {
                if (frames[index] != null) {
                    look(instructions[index], frames[index]);
                }
            }
        } catch (AnalyzerException damaged) {
            uses.clear();
        }
    }

    private void look(AbstractInsnNode instruction, Frame<SourceValue> frame) {
        int top = frame.getStackSize();
        if (instruction.getOpcode() == Opcodes.AASTORE) {
            elements.computeIfAbsent(origin(frame.getStack(top - 3)), key -> new ArrayList<>()).add(origin(frame.getStack(top - 1)));
        } else if (instruction instanceof MethodInsnNode call && (Markers.isAwait(call) || callees.startsCoroutines(call))) {
            for (int argument = Type.getArgumentCount(call.desc); argument > 0; argument--) {
                AbstractInsnNode origin = origin(frame.getStack(top - argument));
                elements.getOrDefault(origin, List.of()).forEach(element -> use(element, call));
                use(origin, call);
            }
        }
    }

    private void use(AbstractInsnNode origin, MethodInsnNode by) {
        if (origin instanceof MethodInsnNode made && callees.makesCoroutine(made)) {
            uses.computeIfAbsent(made, key -> new ArrayList<>()).add(by);
        }
    }

    /** The one instruction that a value comes from; null if there are several. */
    private static AbstractInsnNode origin(SourceValue value) {
        return value.insns.size() == 1 ? value.insns.iterator().next() : null;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
        return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, value);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
        return switch (instruction.getOpcode()) {
            case Opcodes.ALOAD, Opcodes.DUP -> value;
            case Opcodes.ASTORE -> value.insns.equals(Set.of(producer(instruction))) ? value : super.copyOperation(instruction, value);
            default -> super.copyOperation(instruction, value);
        };
    }

    private static AbstractInsnNode producer(AbstractInsnNode store) {
        AbstractInsnNode before = Instructions.previous(store);
        while (before != null && before.getOpcode() == Opcodes.CHECKCAST) {
            before = Instructions.previous(before);
        }
        return before == null ? store : before;
    }
}
