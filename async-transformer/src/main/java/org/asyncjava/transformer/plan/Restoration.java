package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * States whose values are restored by one and the same code.
 *
 * @param states one state, or many that keep the same values in the same fields
 */
public record Restoration(List<State> states) {
    /** A shared piece of code takes a second dispatch, which is worth it only where a method has very many awaits. */
    private static final int MIN_SHARED = 8;

    /**
     * Divides the states of a method.
     *
     * @param states all states in order
     * @return their restorations in the order of their first states
     */
    static List<Restoration> of(List<State> states) {
        if (states.size() < MIN_SHARED) {
            return eachByItself(states);
        }
        Map<List<List<Spill>>, List<State>> alike = new LinkedHashMap<>();
        for (State state : states) {
            List<List<Spill>> restored = List.of(state.stack(), state.locals());
            if (!alike.containsKey(restored)) {
                alike.put(restored, new ArrayList<>());
            }
            alike.get(restored).add(state);
        }
        List<Restoration> restorations = new ArrayList<>();
        for (List<State> group : alike.values()) {
            if (group.size() >= MIN_SHARED) {
                restorations.add(new Restoration(List.copyOf(group)));
            } else {
                restorations.addAll(eachByItself(group));
            }
        }
        return List.copyOf(restorations);
    }

    private static List<Restoration> eachByItself(List<State> states) {
        List<Restoration> restorations = new ArrayList<>(states.size());
        for (State state : states) {
            restorations.add(new Restoration(List.of(state)));
        }
        return List.copyOf(restorations);
    }

    /**
     * A state whose values stand for those of all.
     *
     * @return the first
     */
    public State representative() {
        return states.get(0);
    }

    /**
     * Tells whether several states share the code.
     *
     * @return true if so
     */
    public boolean isShared() {
        return states.size() > 1;
    }

    @Override
    public String toString() {
        return states.stream().map(state -> Integer.toString(state.number())).collect(Collectors.joining(" ", "restored together  ", ""));
    }
}
