package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.analysis.SlotType;

/**
 * A value that lives across a suspension.
 *
 * @param position its slot among the local variables of the normal form, or its position on the operand stack
 * @param variable name of the local variable where the class file tells it, otherwise empty
 * @param type what it is
 * @param field where it is kept; empty for the constant null, which is made again
 */
public record Spill(int position, String variable, SlotType type, Optional<MachineField> field) {
    /**
     * Tells whether the value read from the field has to be cast to its type.
     *
     * @return true for a reference in a field that holds other types too
     */
    public boolean needsCast() {
        return field.isPresent() && !field.get().descriptor().equals(type.descriptor());
    }

    /** Written out, since the methods that a record has are linked when they are called first, which takes as long as transforming a class. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Spill spill && position == spill.position && variable.equals(spill.variable)
                && type.equals(spill.type) && field.equals(spill.field);
    }

    @Override
    public int hashCode() {
        return 31 * position + type.hashCode();
    }

    /** The fields of objects among those of some values, in a new list. */
    static List<MachineField> references(List<Spill> spills) {
        List<MachineField> references = new ArrayList<>(spills.size());
        for (Spill spill : spills) {
            if (spill.field().isPresent() && spill.field().get().isReference()) {
                references.add(spill.field().get());
            }
        }
        return references;
    }

    @Override
    public String toString() {
        String name = variable.isEmpty() ? "" : variable + " ";
        return name + type + " -> " + field.map(MachineField::name).orElse("null");
    }
}
