package org.asyncjava.transformer.plan;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.read.ResultType;

/**
 * The plan of a rewritten method: everything that the emitters write down, and nothing that they have to find out.
 *
 * @param identity which machine it is
 * @param facts the method in normal form
 * @param fields the machine's fields
 * @param entry how the body is entered for the first time
 * @param states suspension points in code order
 */
public record StateMachine(MachineIdentity identity, MethodFacts facts, List<MachineField> fields, Entry entry, List<State> states) {
    /**
     * The class that declares the method.
     *
     * @return its internal name
     */
    public String owner() {
        return identity.owner();
    }

    /**
     * The machine class.
     *
     * @return its internal name
     */
    public String name() {
        return identity.name();
    }

    /**
     * What the method returns.
     *
     * @return its declared type
     */
    public ResultType result() {
        return identity.result();
    }

    /**
     * Tells whether calls of the method run nothing until they are awaited.
     *
     * @return true for a method that returns a coroutine
     */
    public boolean isCold() {
        return identity.kind() == MachineKind.COLD;
    }

    /**
     * How the values of the states are restored.
     *
     * @return each state in exactly one of them
     */
    public List<Restoration> restorations() {
        return Restoration.of(states);
    }

    /**
     * The fields that nothing but one passed parameter is ever kept in: whoever passes it clears the field.
     *
     * @return a new list, of references alone
     */
    public List<MachineField> clearedByCaller() {
        Set<MachineField> found = passedOnce();
        removeOthers(entry.stored(), found);
        for (Iterator<State> left = states.iterator(); !found.isEmpty() && left.hasNext(); ) {
            State state = left.next();
            for (Spill spill : state.stack()) {
                spill.field().ifPresent(found::remove);
            }
            removeOthers(state.locals(), found);
        }
        return List.copyOf(found);
    }

    private void removeOthers(List<Spill> kept, Set<MachineField> found) {
        for (Spill spill : kept) {
            if (spill.field().isPresent() && !entry.passes(spill)) {
                found.remove(spill.field().get());
            }
        }
    }

    /** Two parameters that are never needed at the same time may have one field: cleared for the first it would be lost for the second. */
    private Set<MachineField> passedOnce() {
        Set<MachineField> once = new LinkedHashSet<>();
        Set<MachineField> shared = new HashSet<>();
        for (Spill parameter : entry.passed()) {
            parameter.field().filter(MachineField::isReference).filter(field -> !once.add(field)).ifPresent(shared::add);
        }
        once.removeAll(shared);
        return once;
    }

    /**
     * The fields that the body clears once it has read them, so that they keep nothing reachable.
     *
     * @return a new list
     */
    public List<MachineField> clearedByBody() {
        List<MachineField> byCaller = clearedByCaller();
        return fields.stream().filter(MachineField::isReference).filter(field -> !byCaller.contains(field)).toList();
    }

    @Override
    public String toString() {
        String kind = identity.kind().name().toLowerCase(Locale.ROOT);
        String header = "machine " + name() + " of " + facts.method().name + facts.method().desc + "  " + kind;
        String layout = "fields  " + fields.stream().map(field -> field.name() + " " + field.descriptor()).collect(Collectors.joining(", "));
        String rows = states.stream().map(state -> "\n" + state).collect(Collectors.joining());
        return header + "\n" + layout + "\n" + entry + rows + "\n";
    }
}
