package org.asyncjava.transformer.check;

import java.util.Map;
import java.util.function.Predicate;
import org.asyncjava.transformer.flow.Analysis;
import org.asyncjava.transformer.flow.FlowGraph;
import org.asyncjava.transformer.flow.Forward;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * How many monitors a method holds before each of its calls, by its {@code synchronized} blocks.
 *
 * <p>The catch clause around a {@code synchronized} block is reached from the block's own handler alone, which has left the monitor. Depths that
 * differ where paths meet are refused rather than merged.
 */
final class MonitorDepths {
    private final Map<AbstractInsnNode, Integer> depths;

    private MonitorDepths(Map<AbstractInsnNode, Integer> depths) {
        this.depths = depths;
    }

    /**
     * Follows a method.
     *
     * @param displayName how messages call it
     * @param method a method with code
     * @throws TransformationException if the method enters and leaves monitors in a way that no structured source does
     */
    static MonitorDepths of(String displayName, MethodNode method) {
        return new MonitorDepths(hasNone(method) ? Map.of()
                : Forward.of(FlowGraph.asExecuted(method), new Counting(displayName)).before(new Calls()));
    }

    /** Tells whether the method holds a monitor before a call. Not so for code that is never reached. */
    boolean isHeldAt(AbstractInsnNode call) {
        return depths.getOrDefault(call, 0) > 0;
    }

    /** Where it is asked. */
    private record Calls() implements Predicate<AbstractInsnNode> {
        @Override
        public boolean test(AbstractInsnNode insn) {
            return insn instanceof MethodInsnNode;
        }
    }

    private static boolean hasNone(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (change(instruction) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int change(AbstractInsnNode instruction) {
        return switch (instruction.getOpcode()) {
            case Opcodes.MONITORENTER -> 1;
            case Opcodes.MONITOREXIT -> -1;
            default -> 0;
        };
    }

    private record Counting(String displayName) implements Analysis<Integer> {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Integer def(AbstractInsnNode instruction, Integer depth) {
            return require(depth + change(instruction) >= 0, depth + change(instruction));
        }

        @Override
        public Integer join(Integer one, Integer other) {
            return require(one.equals(other), one);
        }

        private Integer require(boolean balanced, Integer depth) {
            if (!balanced) {
                throw new TransformationException(displayName + " cannot be transformed: its monitors are not entered and left in pairs on every"
                        + " path, so it cannot be told whether an await holds one");
            }
            return depth;
        }
    }
}
