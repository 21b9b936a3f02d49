package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asyncjava.transformer.analysis.SlotType;

/**
 * How the resumable body is entered.
 *
 * @param form where the parameters come from
 * @param types types of the parameters by slot, {@code this} included
 * @param stored parameters that are read, and the fields that the kick-off stores them in; none where it calls the body at once
 * @param passed parameters that the machine reads from their fields and passes to the body, whatever its state: nothing else restores them
 */
public record Entry(Form form, List<SlotType> types, List<Spill> stored, List<Spill> passed) {
    /** Where the body finds the parameters. */
    public enum Form {
        /** They are arguments of the body. */
        ARGUMENTS,
        /** They are in the machine: there are too many for a call. */
        MACHINE
    }

    /**
     * Tells whether a local variable has its value already when the body is entered.
     *
     * @param spill where a state, or the entry, keeps it
     * @return true if nothing has to be restored
     */
    public boolean passes(Spill spill) {
        for (Spill parameter : passed) {
            if (parameter.position() == spill.position() && parameter.type().equals(spill.type()) && parameter.field().equals(spill.field())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Parameters that the kick-off stores and the body reads from there.
     *
     * @return a new list
     */
    public List<Spill> restored() {
        List<Spill> restored = new ArrayList<>();
        for (Spill parameter : stored) {
            if (!passes(parameter)) {
                restored.add(parameter);
            }
        }
        return restored;
    }

    /**
     * The field that a parameter comes back from.
     *
     * @param slot its slot
     * @return empty if it is not passed
     */
    public Optional<MachineField> passedIn(int slot) {
        for (Spill spill : passed) {
            if (spill.position() == slot) {
                return spill.field();
            }
        }
        return Optional.empty();
    }

    /**
     * The fields of parameters that keep an object reachable.
     *
     * @return those of the stored parameters
     */
    public List<MachineField> storedReferences() {
        return Spill.references(stored);
    }

    @Override
    public String toString() {
        return "entry  parameters from " + form.name().toLowerCase(Locale.ROOT) + listed("", stored) + listed("  passed", passed);
    }

    private static String listed(String header, List<Spill> spills) {
        return spills.isEmpty() ? ""
                : spills.stream().map(spill -> "  slot " + spill.position() + " " + spill).collect(Collectors.joining("", header, ""));
    }
}
