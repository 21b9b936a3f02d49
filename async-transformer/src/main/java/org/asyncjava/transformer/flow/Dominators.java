package org.asyncjava.transformer.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Which blocks are reached through another one alone, exceptions included. Found by the algorithm of Lengauer and Tarjan (1979), whose time
 * grows little faster than the code.
 *
 * <p>Inside, places have the numbers of a depth-first walk; a stretch with handlers is a place of its own, between its blocks and the handlers.
 */
public final class Dominators {
    private static final int NONE = -1;

    private final FlowGraph graph;
    private final int[] numbers;
    private final List<List<Integer>> predecessors = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private int[] semidominators;
    private int[] ancestors;
    private int[] labels;
    /** In a walk over the tree of dominators, when a place is entered and when the last one below it is. */
    private int[] entered;
    private int[] lastBelow;

    private Dominators(FlowGraph graph) {
        this.graph = graph;
        this.numbers = new int[graph.blocks().size() + graph.stretches().size()];
        Arrays.fill(numbers, NONE);
    }

    /**
     * Finds them.
     *
     * @param graph a method's code, which is not empty
     * @return the answers
     */
    public static Dominators of(FlowGraph graph) {
        Dominators dominators = new Dominators(graph);
        dominators.number();
        dominators.walkTree(dominators.immediate());
        return dominators;
    }

    /**
     * Tells whether all ways from the method's start to a block lead through another one.
     *
     * @param through the other one
     * @param block where the ways lead
     * @return true if so; false if one of both is never reached
     */
    public boolean dominates(FlowGraph.Block through, FlowGraph.Block block) {
        int from = numbers[through.index()];
        int to = numbers[block.index()];
        return from != NONE && to != NONE && entered[from] <= entered[to] && entered[to] <= lastBelow[from];
    }

    private List<Integer> next(int place) {
        int blocks = graph.blocks().size();
        if (place >= blocks) {
            return places(graph.stretches().get(place - blocks).handlers());
        }
        FlowGraph.Block block = graph.blocks().get(place);
        List<Integer> next = places(block.successors());
        if (!block.handlers().isEmpty()) {
            next.add(blocks + block.stretch().index());
        }
        return next;
    }

    private static List<Integer> places(List<FlowGraph.Block> blocks) {
        List<Integer> places = new ArrayList<>(blocks.size() + 1);
        for (FlowGraph.Block block : blocks) {
            places.add(block.index());
        }
        return places;
    }

    private record Step(int number, Iterator<Integer> next) {
    }

    private void number() {
        Deque<Step> walk = new ArrayDeque<>();
        walk.push(enter(0, 0));
        while (!walk.isEmpty()) {
            Step step = walk.peek();
            if (!step.next().hasNext()) {
                walk.pop();
                continue;
            }
            int place = step.next().next();
            if (numbers[place] == NONE) {
                walk.push(enter(place, step.number()));
            }
            predecessors.get(numbers[place]).add(step.number());
        }
    }

    private Step enter(int place, int parent) {
        numbers[place] = predecessors.size();
        predecessors.add(new ArrayList<>(2));
        parents.add(parent);
        return new Step(numbers[place], next(place).iterator());
    }

    /** The last place before each that all ways lead through. */
    private int[] immediate() {
        int count = parents.size();
        int[] immediate = new int[count];
        semidominators = new int[count];
        labels = new int[count];
        ancestors = new int[count];
        List<List<Integer>> semidominated = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            semidominators[i] = i;
            labels[i] = i;
            ancestors[i] = NONE;
            semidominated.add(new ArrayList<>(1));
        }
        for (int place = count - 1; place > 0; place--) {
            for (int before : predecessors.get(place)) {
                semidominators[place] = Math.min(semidominators[place], semidominators[lowest(before)]);
            }
            semidominated.get(semidominators[place]).add(place);
            int parent = parents.get(place);
            ancestors[place] = parent;
            for (int below : semidominated.get(parent)) {
                int lowest = lowest(below);
                immediate[below] = semidominators[lowest] < semidominators[below] ? lowest : parent;
            }
            semidominated.get(parent).clear();
        }
        for (int place = 1; place < count; place++) {
            if (immediate[place] != semidominators[place]) {
                immediate[place] = immediate[immediate[place]];
            }
        }
        return immediate;
    }

    /** The place with the lowest semidominator among a place and its ancestors, whose paths are shortened. */
    private int lowest(int place) {
        if (ancestors[place] == NONE) {
            return labels[place];
        }
        Deque<Integer> path = new ArrayDeque<>();
        for (int at = place; ancestors[ancestors[at]] != NONE; at = ancestors[at]) {
            path.push(at);
        }
        for (int at : path) {
            int above = ancestors[at];
            if (semidominators[labels[above]] < semidominators[labels[at]]) {
                labels[at] = labels[above];
            }
            ancestors[at] = ancestors[above];
        }
        return labels[place];
    }

    private void walkTree(int[] immediate) {
        int count = immediate.length;
        int[] below = new int[count];
        Arrays.fill(below, 1);
        for (int place = count - 1; place > 0; place--) {
            below[immediate[place]] += below[place];
        }
        entered = new int[count];
        lastBelow = new int[count];
        int[] free = new int[count];
        free[0] = 1;
        lastBelow[0] = count - 1;
        for (int place = 1; place < count; place++) {
            int above = immediate[place];
            entered[place] = free[above];
            free[above] += below[place];
            free[place] = entered[place] + 1;
            lastBelow[place] = entered[place] + below[place] - 1;
        }
    }
}
