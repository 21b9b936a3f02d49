package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param kept what is kept at the entry and in each state
     * @return for each parameter at most one field: the one that holds it most often
     */
    static List<Spill> of(Entry.Form form, MethodFacts facts, List<Kept> kept) {
        if (form == Entry.Form.MACHINE) {
            return List.of();
        }
        List<Spill> passed = new ArrayList<>();
        for (int slot = first(facts); slot < facts.entry().size(); slot++) {
            Map<MachineField, Integer> uses = new LinkedHashMap<>();
            for (Kept values : kept) {
                count(slot, values.locals(), facts, uses);
            }
            if (!uses.isEmpty()) {
                passed.add(new Spill(slot, "", facts.entry().get(slot), Optional.of(mostUsed(uses))));
            }
        }
        return List.copyOf(passed);
    }

    private static void count(int slot, List<Spill> kept, MethodFacts facts, Map<MachineField, Integer> uses) {
        for (Spill spill : kept) {
            if (spill.position() == slot && isPassable(spill, facts)) {
                uses.put(spill.field().get(), uses.getOrDefault(spill.field().get(), 0) + 1);
            }
        }
    }

    /** The first, if several are used equally often. */
    private static MachineField mostUsed(Map<MachineField, Integer> uses) {
        Map.Entry<MachineField, Integer> most = null;
        for (Map.Entry<MachineField, Integer> field : uses.entrySet()) {
            if (most == null || field.getValue() > most.getValue()) {
                most = field;
            }
        }
        return most.getKey();
    }

    private static boolean isPassable(Spill spill, MethodFacts facts) {
        return spill.type().equals(facts.entry().get(spill.position())) && spill.field().isPresent() && !spill.needsCast();
    }

    /** {@code this} is passed in any case. */
    private static int first(MethodFacts facts) {
        return (facts.method().access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    }
}
