package org.asyncjava.transformer.plan;

import java.util.List;
import org.asyncjava.transformer.analysis.SlotType;

/**
 * How the resumable body is entered for the first time.
 *
 * @param form where the parameters come from
 * @param types types of the parameters by slot, {@code this} included
 * @param parameters for {@link Form#MACHINE}: parameters that are read, and the fields that the kick-off stores them in
 */
public record Entry(Form form, List<SlotType> types, List<Spill> parameters) {
    /** Where the body finds the parameters. */
    public enum Form {
        /** They are arguments of the body: a hot method, which runs at once. */
        ARGUMENTS,
        /** They are in the machine: a cold method, which runs later, or one with so many that no argument slot is left for the machine. */
        MACHINE
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("entry  parameters from ").append(form.name().toLowerCase(java.util.Locale.ROOT));
        parameters.forEach(spill -> text.append("  slot ").append(spill.position()).append(' ').append(spill));
        return text.toString();
    }
}
