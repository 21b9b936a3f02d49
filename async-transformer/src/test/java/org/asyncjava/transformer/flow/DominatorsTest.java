package org.asyncjava.transformer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Random;
import org.asyncjava.transformer.testing.RandomCode;
import org.junit.jupiter.api.Test;

/** What is found fast is what is found by taking one place after the other out of the code. */
class DominatorsTest {
    @Test
    void ofRandomCode() {
        for (int seed = 0; seed < 400; seed++) {
            FlowGraph graph = FlowGraph.asExecuted(RandomCode.method(new Random(seed)));
            Dominators dominators = Dominators.of(graph);
            BitSet all = reachable(graph, null);
            for (FlowGraph.Block through : graph.blocks()) {
                BitSet elsewhere = reachable(graph, through);
                for (FlowGraph.Block place : graph.blocks()) {
                    boolean expected = all.get(through.index()) && all.get(place.index()) && !elsewhere.get(place.index());
                    assertThat(dominators.dominates(through, place)).as("seed %s: %s through %s", seed, place.index(), through.index()).isEqualTo(expected);
                }
            }
        }
    }

    private static BitSet reachable(FlowGraph graph, FlowGraph.Block avoided) {
        BitSet reached = new BitSet();
        Deque<FlowGraph.Block> pending = new ArrayDeque<>();
        pending.push(graph.blocks().get(0));
        while (!pending.isEmpty()) {
            FlowGraph.Block block = pending.pop();
            if (block != avoided && !reached.get(block.index())) {
                reached.set(block.index());
                pending.addAll(block.successors());
                pending.addAll(block.handlers());
            }
        }
        return reached;
    }
}
