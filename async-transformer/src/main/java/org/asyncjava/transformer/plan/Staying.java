package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.asyncjava.transformer.analysis.MethodFacts;

/**
 * What a machine holds from its making on, so that no suspension has to store it anew: the user's object, and the parameters that are never
 * assigned and have a field to themselves. Such a field is emptied at a suspension where its parameter is no longer needed, and when the call ends.
 *
 * @param self whether the user's object stays
 * @param parameters those that stay, with their fields
 */
public record Staying(boolean self, List<Spill> parameters) {
    /**
     * Finds them.
     *
     * @param isMadeFirst whether the machine is made before anything runs
     * @param facts the method
     * @param entry how the body gets its parameters
     * @param suspended what is kept at each suspension point
     * @return what stays
     */
    static Staying of(boolean isMadeFirst, MethodFacts facts, Entry entry, List<Kept> suspended) {
        if (!isMadeFirst) {
            return new Staying(false, List.of());
        }
        List<Spill> parameters = new ArrayList<>();
        for (Spill parameter : entry.passed()) {
            if (facts.neverAssigned().get(parameter.position()) && isAlone(parameter, entry.stored()) && staysIn(parameter, suspended)) {
                parameters.add(parameter);
            }
        }
        return new Staying(facts.isInstance(), List.copyOf(parameters));
    }

    /** Those that no suspension needs are let go of as soon as the body has them. */
    private static boolean staysIn(Spill parameter, List<Kept> suspended) {
        boolean isNeeded = false;
        for (Kept values : suspended) {
            if (holds(parameter, values.stack()) || !isAlone(parameter, values.locals())) {
                return false;
            }
            isNeeded |= holds(parameter, values.locals());
        }
        return isNeeded;
    }

    /** Whoever is in the field is the parameter, and the parameter is nowhere else. */
    private static boolean isAlone(Spill parameter, List<Spill> locals) {
        for (Spill spill : locals) {
            boolean isIt = spill.position() == parameter.position();
            if (spill.field().equals(parameter.field()) != isIt || isIt && !spill.type().equals(parameter.type())) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Spill wanted, List<Spill> kept) {
        for (Spill spill : kept) {
            if (spill.field().equals(wanted.field())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether a value is in its field already where the method is suspended.
     *
     * @param kept a local variable
     * @return true if it stays
     */
    boolean has(Spill kept) {
        return kept.field().isPresent() && holds(kept, parameters);
    }

    /**
     * What has to be stored where the method is suspended.
     *
     * @param locals local variables that are kept there
     * @return those that do not stay
     */
    List<Spill> without(List<Spill> locals) {
        if (parameters.isEmpty()) {
            return locals;
        }
        List<Spill> others = new ArrayList<>(locals.size());
        for (Spill spill : locals) {
            if (!has(spill)) {
                others.add(spill);
            }
        }
        return List.copyOf(others);
    }

    /**
     * What is needed no longer where the method is suspended, and so never again: nobody assigns it.
     *
     * @param state where
     * @return fields of objects
     */
    public List<MachineField> dropped(State state) {
        List<MachineField> dropped = references();
        for (Spill spill : state.locals()) {
            if (spill.field().isPresent()) {
                dropped.remove(spill.field().get());
            }
        }
        return dropped;
    }

    /**
     * The fields that are emptied when the call ends, beside that of the user's object.
     *
     * @return fields of objects
     */
    public List<MachineField> references() {
        return Spill.references(parameters);
    }

    /**
     * Tells whether the end of the call has anything to let go of.
     *
     * @return true if so
     */
    public boolean holdsObjects() {
        return self || !references().isEmpty();
    }

    String text(List<State> states) {
        return "stay" + (self ? "  this" : "") + parameters.stream().map(parameter -> "  slot " + parameter.position() + " " + parameter
                + dropText(parameter, states)).collect(Collectors.joining());
    }

    private String dropText(Spill parameter, List<State> states) {
        String dropped = states.stream().filter(state -> dropped(state).contains(parameter.field().orElseThrow()))
                .map(state -> " " + state.number()).collect(Collectors.joining());
        return dropped.isEmpty() ? "" : " dropped in" + dropped;
    }
}
