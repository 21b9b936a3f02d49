package org.asyncjava.transformer.testing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** What an analysis has answered, by line. Where a line's code stands several times, different answers are separated by a bar. */
public final class Answers {
    private final Map<Integer, Set<String>> byLine = new TreeMap<>();

    /** Adds an answer for an instruction. */
    public void add(AbstractInsnNode insn, Collection<String> parts) {
        add(line(insn), parts.isEmpty() ? "nothing" : String.join(", ", parts));
    }

    /** Adds an answer for a line. */
    public void add(int line, String answer) {
        byLine.computeIfAbsent(line, any -> new LinkedHashSet<>()).add(answer);
    }

    /** Adds to what happens in a line, in the order of the code. */
    public void append(AbstractInsnNode insn, String event) {
        byLine.merge(line(insn), Set.of(event), (before, now) -> Set.of(String.join(", ", before) + ", " + event));
    }

    Map<Integer, String> at(Set<Integer> lines) {
        Map<Integer, String> answers = new TreeMap<>();
        byLine.forEach((line, all) -> {
            if (lines.contains(line)) {
                answers.put(line, String.join(" | ", all));
            }
        });
        return answers;
    }

    /** The line of an instruction; 0 if it has none. */
    private static int line(AbstractInsnNode insn) {
        return Stream.iterate(insn, at -> at != null, AbstractInsnNode::getPrevious).filter(LineNumberNode.class::isInstance)
                .map(LineNumberNode.class::cast).findFirst().map(line -> line.line).orElse(0);
    }

    /** The variable of the source that a slot holds before an instruction; nothing for one without a name. */
    public static Stream<String> variable(MethodNode method, int slot, AbstractInsnNode insn) {
        List<LocalVariableNode> variables = method.localVariables == null ? List.of() : method.localVariables;
        int index = method.instructions.indexOf(insn);
        return variables.stream().filter(variable -> variable.index == slot && method.instructions.indexOf(variable.start) <= index
                && method.instructions.indexOf(variable.end) > index).map(variable -> variable.name);
    }
}
