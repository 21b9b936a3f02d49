package org.asyncjava.transformer.check;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How many monitors a method holds before each of its instructions, by its {@code synchronized} blocks.
 *
 * <p>An exceptional edge carries the depth before the instruction that throws. The catch clause around a {@code synchronized} block is
 * reached from the block's own handler alone, which has left the monitor. Depths that differ where paths meet are refused rather than
 * merged.
 */
final class MonitorDepths {
    private static final int UNREACHED = -1;

    private final MethodNode method;
    private final String displayName;
    private final ControlFlow flow;
    private final int[] depths;
    private final Deque<Integer> pending = new ArrayDeque<>();

    private MonitorDepths(String displayName, MethodNode method) {
        this.displayName = displayName;
        this.method = method;
        this.flow = new ControlFlow(method);
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
        if (!changesAny(method)) {
            return result;
        }
        result.reach(0, 0);
        while (!result.pending.isEmpty()) {
            result.follow(result.pending.pop());
        }
        return result;
    }

    private static boolean changesAny(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (change(instruction) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the method holds a monitor before an instruction. Not so for code that is never reached. */
    boolean isHeldAt(AbstractInsnNode instruction) {
        return depths[method.instructions.indexOf(instruction)] > 0;
    }

    private void follow(int index) {
        AbstractInsnNode instruction = method.instructions.get(index);
        int before = depths[index];
        flow.handlers(index).forEach(handler -> reach(handler, before));
        int after = before + change(instruction);
        if (after < 0) {
            throw unbalanced();
        }
        flow.successors(index).forEach(next -> reach(next, after));
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

    private TransformationException unbalanced() {
        return new TransformationException(displayName + " cannot be transformed: its monitors are not entered and left in pairs on every"
                + " path, so it cannot be told whether an await holds one");
    }
}
