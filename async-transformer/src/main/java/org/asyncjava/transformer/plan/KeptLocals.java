package org.asyncjava.transformer.plan;

import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Tells whoever looks at a suspended call which of the machine's fields holds which local variable: {@code "I0 I sum,L0 L price;L0 L next"}, by state. */
final class KeptLocals {
    private static final String STATES = ";";
    private static final String VARIABLES = ",";

    private KeptLocals() {
    }

    /**
     * Lists the variables of all states.
     *
     * @param method not changed
     * @param states its states
     * @return fields, first letters of types, names; empty if nothing is known
     */
    static String of(MethodNode method, List<State> states) {
        VariableNames names = new VariableNames(method);
        StringBuilder listed = new StringBuilder();
        boolean isEmpty = true;
        for (State state : states) {
            String ofState = of(state, names);
            isEmpty &= ofState.isEmpty();
            listed.append(state == states.get(0) ? "" : STATES).append(ofState);
        }
        return isEmpty ? "" : listed.toString();
    }

    private static String of(State state, VariableNames names) {
        AbstractInsnNode at = state.point().await().call();
        StringBuilder listed = new StringBuilder();
        for (Spill spill : state.locals()) {
            LocalVariableNode variable = names.variableAt(spill.position(), at).orElse(null);
            if (variable != null && spill.field().isPresent()) {
                listed.append(listed.length() == 0 ? "" : VARIABLES).append(row(spill.field().get(), variable));
            }
        }
        return listed.toString();
    }

    private static String row(MachineField field, LocalVariableNode variable) {
        return field.name() + " " + variable.desc.charAt(0) + " " + variable.name;
    }
}
