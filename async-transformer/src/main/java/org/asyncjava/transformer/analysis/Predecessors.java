package org.asyncjava.transformer.analysis;

import java.util.ArrayList;
import java.util.List;

/** The edges of a {@link FlowGraph} turned round. */
final class Predecessors {
    private Predecessors() {
    }

    /**
     * The predecessors of each block, over exceptional edges too.
     *
     * @param blocks all blocks of a graph
     * @return by block index
     */
    static List<List<FlowGraph.Block>> of(List<FlowGraph.Block> blocks) {
        List<List<FlowGraph.Block>> predecessors = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            predecessors.add(new ArrayList<>(2));
        }
        for (FlowGraph.Block block : blocks) {
            for (FlowGraph.Block successor : block.successors()) {
                predecessors.get(successor.index()).add(block);
            }
            for (FlowGraph.Block handler : block.handlers()) {
                predecessors.get(handler.index()).add(block);
            }
        }
        return predecessors;
    }
}
