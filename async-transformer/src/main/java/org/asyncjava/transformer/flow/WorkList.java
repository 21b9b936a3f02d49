package org.asyncjava.transformer.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** The blocks that are still to be looked at, each once however often it is added before its turn. */
final class WorkList {
    private final Deque<FlowGraph.Block> blocks = new ArrayDeque<>();
    private final BitSet queued = new BitSet();

    void add(FlowGraph.Block block) {
        if (!queued.get(block.index())) {
            queued.set(block.index());
            blocks.addLast(block);
        }
    }

    /** The next one; null at the end. */
    FlowGraph.Block next() {
        FlowGraph.Block next = blocks.pollFirst();
        if (next != null) {
            queued.clear(next.index());
        }
        return next;
    }
}
