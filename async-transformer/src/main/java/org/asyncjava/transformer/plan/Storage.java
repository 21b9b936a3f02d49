package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a machine keeps while its method is suspended, and how that comes back.
 *
 * @param fields the machine's fields
 * @param entry how the body is entered for the first time
 * @param states suspension points in code order
 * @param restorations how the values of the states are restored: each state in exactly one of them
 * @param staying what is never stored anew
 * @param clears who clears which of the other fields
 */
public record Storage(List<MachineField> fields, Entry entry, List<State> states, List<Restoration> restorations, Staying staying, Clears clears) {
    static Storage of(List<MachineField> fields, Entry entry, List<State> states, Staying staying) {
        return new Storage(fields, entry, states, Restoration.of(states), staying, Clears.of(others(fields, staying), entry, states));
    }

    private static List<MachineField> others(List<MachineField> fields, Staying staying) {
        List<MachineField> stay = staying.references();
        if (stay.isEmpty()) {
            return fields;
        }
        List<MachineField> others = new ArrayList<>(fields);
        others.removeAll(stay);
        return List.copyOf(others);
    }

    /**
     * Tells whether a first run of the body clears fields: the kick-off may have stored parameters in them.
     *
     * @return true if so
     */
    public boolean clearsAtEntry() {
        for (Spill spill : entry.stored()) {
            if (spill.field().isPresent() && clears.byBody().contains(spill.field().get())) {
                return true;
            }
        }
        return false;
    }
}
