package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.plan.HandlerRange;
import org.asyncjava.transformer.plan.State;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Writes the exception table of a body: each range of the user's in the parts that are left of it. */
final class TryRanges {
    private final CodeCopy copy;
    private final List<TryCatchBlockNode> parts = new ArrayList<>();

    private TryRanges(CodeCopy copy) {
        this.copy = copy;
    }

    /**
     * The exception table.
     *
     * @param ranges as they are planned
     * @param suspensions all suspension points by state
     * @param copy the body's code
     * @return the table
     */
    static List<TryCatchBlockNode> of(List<HandlerRange> ranges, List<Suspension> suspensions, CodeCopy copy) {
        TryRanges table = new TryRanges(copy);
        for (HandlerRange range : ranges) {
            LabelNode from = copy.of(range.block().start);
            for (State state : range.without()) {
                Suspension.Tail tail = suspensions.get(state.number() - 1).tail();
                table.add(from, tail.start(), range.block());
                from = tail.end();
            }
            table.add(from, copy.of(range.block().end), range.block());
        }
        return table.parts;
    }

    private void add(LabelNode from, LabelNode to, TryCatchBlockNode block) {
        TryCatchBlockNode part = new TryCatchBlockNode(from, to, copy.of(block.handler), block.type);
        part.visibleTypeAnnotations = block.visibleTypeAnnotations;
        part.invisibleTypeAnnotations = block.invisibleTypeAnnotations;
        parts.add(part);
    }
}
