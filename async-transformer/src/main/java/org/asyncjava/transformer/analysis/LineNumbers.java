package org.asyncjava.transformer.analysis;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.asyncjava.transformer.flow.AddedLine;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The source lines of a method's awaits. */
final class LineNumbers {
    private final Map<AbstractInsnNode, Integer> lineOfAwait = new IdentityHashMap<>();
    private final Map<Integer, Set<LineNumberNode>> awaitingEntries = new HashMap<>();

    private LineNumbers() {
    }

    /**
     * Reads the line number table.
     *
     * @param method not changed
     * @return its lines
     */
    static LineNumbers of(MethodNode method) {
        LineNumbers lines = new LineNumbers();
        LineNumberNode current = null;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode line) {
                current = line;
            } else if (AwaitCall.isAwait(insn)) {
                lines.add(insn, current);
            }
        }
        return lines;
    }

    private void add(AbstractInsnNode await, LineNumberNode entry) {
        lineOfAwait.put(await, entry == null ? 0 : entry.line);
        if (entry != null && !(entry instanceof AddedLine)) {
            if (!awaitingEntries.containsKey(entry.line)) {
                awaitingEntries.put(entry.line, Collections.newSetFromMap(new IdentityHashMap<>()));
            }
            awaitingEntries.get(entry.line).add(entry);
        }
    }

    /**
     * The line of an await.
     *
     * @param await an await of the method
     * @return its line, 0 if unknown
     */
    int of(AbstractInsnNode await) {
        return lineOfAwait.get(await);
    }

    /**
     * Tells whether a compiler has written the awaits of a line several times. The head of a loop may have several entries in the line number table,
     * too, but awaits in one of them.
     *
     * @param await an await of the method
     * @return true if several entries of its line await
     */
    boolean isRepeated(AbstractInsnNode await) {
        return awaitingEntries.getOrDefault(of(await), Set.of()).size() > 1;
    }
}
