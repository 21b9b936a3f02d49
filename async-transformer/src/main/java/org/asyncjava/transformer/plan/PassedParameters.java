package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.objectweb.asm.Opcodes;

/**
 * The parameters that a machine passes to the body from its fields.
 *
 * <p>It does so in every state, also in those in which the field holds something else; so the field must be of the parameter's type. What
 * is passed then is not read.
 */
final class PassedParameters {
    private PassedParameters() {
    }

    /**
     * Finds them.
     *
     * @param form where the body finds its parameters
     * @param facts the method
     * @param stored parameters that the kick-off stores
     * @param states all states
     * @return for each parameter at most one field: the one that holds it most often
     */
    static List<Spill> of(Entry.Form form, MethodFacts facts, List<Spill> stored, List<State> states) {
        if (form == Entry.Form.MACHINE) {
            return List.of();
        }
        Map<Spill, Integer> uses = new LinkedHashMap<>();
        Stream.concat(stored.stream(), states.stream().flatMap(state -> state.locals().stream()))
                .filter(spill -> isPassable(spill, facts))
                .forEach(spill -> uses.merge(new Spill(spill.position(), "", spill.type(), spill.field()), 1, Integer::sum));
        List<Spill> passed = new ArrayList<>();
        for (int slot = first(facts); slot < facts.entry().size(); slot++) {
            int position = slot;
            uses.keySet().stream().filter(spill -> spill.position() == position).max(Comparator.comparing(uses::get)).ifPresent(passed::add);
        }
        return List.copyOf(passed);
    }

    private static boolean isPassable(Spill spill, MethodFacts facts) {
        return spill.position() >= first(facts) && spill.position() < facts.entry().size()
                && spill.type().equals(facts.entry().get(spill.position())) && spill.field().isPresent() && !spill.needsCast();
    }

    /** {@code this} is passed in any case. */
    private static int first(MethodFacts facts) {
        return (facts.method().access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    }
}
