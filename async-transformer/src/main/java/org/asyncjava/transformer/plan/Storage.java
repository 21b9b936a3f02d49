package org.asyncjava.transformer.plan;

import java.util.List;

/**
 * What a machine keeps while its method is suspended, and how that comes back.
 *
 * @param fields the machine's fields
 * @param entry how the body is entered for the first time
 * @param states suspension points in code order
 * @param restorations how the values of the states are restored: each state in exactly one of them
 * @param clears who clears which field
 */
public record Storage(List<MachineField> fields, Entry entry, List<State> states, List<Restoration> restorations, Clears clears) {
    static Storage of(List<MachineField> fields, Entry entry, List<State> states) {
        return new Storage(fields, entry, states, Restoration.of(states), Clears.of(fields, entry, states));
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
