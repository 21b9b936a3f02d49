package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who clears which field once it has been read, so that it keeps nothing reachable. Fields of numbers are cleared by nobody.
 *
 * @param byCaller fields that nothing but one passed parameter is ever kept in: cleared by the machine when it passes the parameter
 * @param byBody all other fields: cleared together, when the body has read them
 */
public record Clears(List<MachineField> byCaller, List<MachineField> byBody) {
    static Clears of(List<MachineField> fields, Entry entry, List<State> states) {
        Set<MachineField> byCaller = passedOnce(entry);
        byCaller.retainAll(fields);
        removeOthers(entry.stored(), entry, byCaller);
        for (State state : states) {
            if (byCaller.isEmpty()) {
                break;
            }
            for (Spill spill : state.stack()) {
                if (spill.field().isPresent()) {
                    byCaller.remove(spill.field().get());
                }
            }
            removeOthers(state.locals(), entry, byCaller);
        }
        List<MachineField> byBody = new ArrayList<>();
        for (MachineField field : fields) {
            if (field.isReference() && !byCaller.contains(field)) {
                byBody.add(field);
            }
        }
        return new Clears(List.copyOf(byCaller), List.copyOf(byBody));
    }

    private static void removeOthers(List<Spill> kept, Entry entry, Set<MachineField> found) {
        for (Spill spill : kept) {
            if (spill.field().isPresent() && !entry.passes(spill)) {
                found.remove(spill.field().get());
            }
        }
    }

    /** Two parameters that are never needed at the same time may have one field: cleared for the first it would be lost for the second. */
    private static Set<MachineField> passedOnce(Entry entry) {
        Set<MachineField> once = new LinkedHashSet<>();
        Set<MachineField> shared = new HashSet<>();
        for (Spill parameter : entry.passed()) {
            MachineField field = parameter.field().orElse(null);
            if (field != null && field.isReference() && !once.add(field)) {
                shared.add(field);
            }
        }
        once.removeAll(shared);
        return once;
    }

    @Override
    public String toString() {
        return Stream.concat(byCaller.stream().map(field -> "clear " + field + " by caller"), byBody.stream().map(field -> "clear " + field + " by body"))
                .collect(Collectors.joining("\n"));
    }
}
