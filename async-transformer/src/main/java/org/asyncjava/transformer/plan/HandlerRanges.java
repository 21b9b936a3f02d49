package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.plan.State.TailPlacement;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Divides the try ranges of a method at its awaits. The order of the exception table is kept. */
final class HandlerRanges {
    private static final int MOST_RANGES = 0xFFFF;

    private final InsnList code;
    private final List<State> inline;
    private final int[] positions;

    private HandlerRanges(InsnList code, List<State> inline) {
        this.code = code;
        this.inline = inline;
        this.positions = new int[inline.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = code.indexOf(inline.get(i).point().await().call());
        }
    }

    /**
     * The ranges of a method.
     *
     * @param method in normal form
     * @param states its states in code order
     * @return all ranges but those without code
     */
    static List<HandlerRange> of(MethodNode method, List<State> states) {
        if (method.tryCatchBlocks.isEmpty()) {
            return List.of();
        }
        HandlerRanges ranges = new HandlerRanges(method.instructions, inline(states));
        List<HandlerRange> found = new ArrayList<>();
        int parts = 0;
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (ranges.hasCode(block)) {
                HandlerRange range = new HandlerRange(block, ranges.within(block));
                found.add(range);
                parts += 1 + range.without().size();
                requireRoom(method, parts);
            }
        }
        return List.copyOf(found);
    }

    private static List<State> inline(List<State> states) {
        List<State> inline = new ArrayList<>(states.size());
        for (State state : states) {
            if (state.tail() == TailPlacement.INLINE) {
                inline.add(state);
            }
        }
        return inline;
    }

    private static void requireRoom(MethodNode method, int parts) {
        if (parts > MOST_RANGES) {
            throw new TransformationException(method.name + " is too large: with its awaits it needs more try ranges than the " + MOST_RANGES
                    + " that a method can have (JVMS 4.7.3); divide it into several methods");
        }
    }

    private List<State> within(TryCatchBlockNode block) {
        int end = firstFrom(code.indexOf(block.end));
        return inline.subList(Math.min(firstFrom(code.indexOf(block.start)), end), end);
    }

    /** The number of awaits before a position. */
    private int firstFrom(int position) {
        int found = Arrays.binarySearch(positions, position);
        return found < 0 ? -found - 1 : found;
    }

    private boolean hasCode(TryCatchBlockNode block) {
        AbstractInsnNode first = Instructions.next(block.start);
        return first != null && code.indexOf(first) < code.indexOf(block.end);
    }
}
