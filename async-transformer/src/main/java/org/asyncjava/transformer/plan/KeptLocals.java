package org.asyncjava.transformer.plan;

import java.util.List;
import java.util.stream.Collectors;
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
        String listed = states.stream().map(state -> of(state, names)).collect(Collectors.joining(STATES));
        return listed.replace(STATES, "").isEmpty() ? "" : listed;
    }

    private static String of(State state, VariableNames names) {
        AbstractInsnNode at = state.point().await().call();
        return state.locals().stream().filter(spill -> spill.field().isPresent())
                .flatMap(spill -> names.variableAt(spill.position(), at).map(variable -> row(spill.field().get(), variable)).stream())
                .collect(Collectors.joining(VARIABLES));
    }

    private static String row(MachineField field, LocalVariableNode variable) {
        return field.name() + " " + variable.desc.charAt(0) + " " + variable.name;
    }
}
