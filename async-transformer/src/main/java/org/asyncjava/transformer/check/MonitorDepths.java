package org.asyncjava.transformer.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * How many monitors a method holds before each of its instructions, by its {@code synchronized} blocks.
 *
 * <p>An exceptional edge carries the depth before the instruction that throws. Handlers are tried in the order of the table, and one that
 * catches everything hides those after it: so the catch clause around a {@code synchronized} block is reached from the block's own
 * handler alone, which has left the monitor. Depths that differ where paths meet are refused rather than merged.
 */
final class MonitorDepths {
    private static final int UNREACHED = -1;

    private final MethodNode method;
    private final String displayName;
    private final int[] depths;
    private final Deque<Integer> pending = new ArrayDeque<>();

    private MonitorDepths(String displayName, MethodNode method) {
        this.displayName = displayName;
        this.method = method;
        this.depths = new int[method.instructions.size()];
        Arrays.fill(depths, UNREACHED);
    }

    /**
     * Follows a method.
     *
     * @param displayName how messages call it
     * @param method a method with code
     * @throws TransformationException if the method enters and leaves monitors in a way that no structured source does
     */
    static MonitorDepths of(String displayName, MethodNode method) {
        MonitorDepths result = new MonitorDepths(displayName, method);
        result.reach(0, 0);
        while (!result.pending.isEmpty()) {
            result.follow(result.pending.pop());
        }
        return result;
    }

    /** Tells whether the method holds a monitor before an instruction. Not so for code that is never reached. */
    boolean isHeldAt(AbstractInsnNode instruction) {
        return depths[index(instruction)] > 0;
    }

    private void follow(int index) {
        AbstractInsnNode instruction = method.instructions.get(index);
        int before = depths[index];
        if (Opcode.mayThrow(instruction)) {
            handlersOf(index, before);
        }
        int after = before + change(instruction);
        if (after < 0) {
            throw unbalanced();
        }
        targets(instruction).forEach(target -> reach(index(target), after));
        if (Opcode.fallsThrough(instruction) && index + 1 < depths.length) {
            reach(index + 1, after);
        }
    }

    private void handlersOf(int index, int before) {
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (index >= index(block.start) && index < index(block.end)) {
                reach(index(block.handler), before);
                if (block.type == null || block.type.equals("java/lang/Throwable")) {
                    return;
                }
            }
        }
    }

    private void reach(int index, int depth) {
        if (depths[index] == UNREACHED) {
            depths[index] = depth;
            pending.push(index);
        } else if (depths[index] != depth) {
            throw unbalanced();
        }
    }

    private static int change(AbstractInsnNode instruction) {
        return switch (instruction.getOpcode()) {
            case Opcodes.MONITORENTER -> 1;
            case Opcodes.MONITOREXIT -> -1;
            default -> 0;
        };
    }

    private static List<LabelNode> targets(AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode jump) {
            return List.of(jump.label);
        }
        if (instruction instanceof TableSwitchInsnNode table) {
            return withDefault(table.labels, table.dflt);
        }
        if (instruction instanceof LookupSwitchInsnNode lookup) {
            return withDefault(lookup.labels, lookup.dflt);
        }
        return List.of();
    }

    private static List<LabelNode> withDefault(List<LabelNode> labels, LabelNode other) {
        List<LabelNode> all = new ArrayList<>(labels);
        all.add(other);
        return all;
    }

    private int index(AbstractInsnNode instruction) {
        return method.instructions.indexOf(instruction);
    }

    private TransformationException unbalanced() {
        return new TransformationException(displayName + " cannot be transformed: its monitors are not entered and left in pairs on every"
                + " path, so it cannot be told whether an await holds one");
    }
}
