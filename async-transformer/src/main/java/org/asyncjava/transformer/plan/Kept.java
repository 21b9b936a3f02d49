package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.List;
import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.plan.FieldLayout.Value;

/**
 * The values that are kept at one suspension point, or at the entry.
 *
 * @param stack operand stack values, bottom first
 * @param locals live local variables by slot
 */
record Kept(List<Spill> stack, List<Spill> locals) {
    /** What the values need as fields. */
    List<Value> values() {
        List<Value> values = new ArrayList<>(stack.size() + locals.size());
        for (Spill spill : stack) {
            values.add(new Value(Value.ON_STACK, spill.type()));
        }
        for (Spill spill : locals) {
            values.add(new Value(spill.position(), spill.type()));
        }
        return values;
    }

    /** How many objects there are. */
    int references() {
        return references(stack) + references(locals);
    }

    private static int references(List<Spill> spills) {
        int references = 0;
        for (Spill spill : spills) {
            references += spill.type().kind() == SlotType.Kind.REFERENCE ? 1 : 0;
        }
        return references;
    }

    /** The same values in their fields. */
    Kept in(FieldLayout.Assignment fields) {
        return new Kept(withFields(stack, fields, 0), withFields(locals, fields, stack.size()));
    }

    private static List<Spill> withFields(List<Spill> spills, FieldLayout.Assignment fields, int offset) {
        List<Spill> result = new ArrayList<>(spills.size());
        for (Spill spill : spills) {
            result.add(new Spill(spill.position(), spill.variable(), spill.type(), fields.field(offset + result.size())));
        }
        return List.copyOf(result);
    }
}
