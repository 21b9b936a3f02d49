package org.asyncjava.transformer.analysis;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The source lines of a method's awaits. */
final class LineNumbers {
    private final Map<AbstractInsnNode, Integer> lineOfAwait = new IdentityHashMap<>();
    private final Map<Integer, Integer> entriesOfLine = new HashMap<>();

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
        int current = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode line) {
                current = line.line;
                lines.entriesOfLine.merge(current, 1, Integer::sum);
            } else if (AwaitCall.isAwait(insn)) {
                lines.lineOfAwait.put(insn, current);
            }
        }
        return lines;
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
     * Tells whether the line of an await has several entries in the line number table.
     *
     * @param await an await of the method
     * @return true if so
     */
    boolean isRepeated(AbstractInsnNode await) {
        return entriesOfLine.getOrDefault(of(await), 0) > 1;
    }
}
