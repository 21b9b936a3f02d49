package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.analysis.SuspensionPoint;
import org.asyncjava.transformer.plan.State.TailPlacement;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.TransformationException;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Decides how the state machine of a method looks. */
public final class Planner {
    /** A call has 255, and the machine takes one. */
    private static final int MOST_ARGUMENT_SLOTS = 254;
    /** HotSpot's C2 compiles no method with very many, so a body that nobody but its machine calls has fewer. */
    private static final int MOST_PASSED_SLOTS = 64;

    private static final int MOST_BYTES = 0xFFFF;

    private final MachineIdentity identity;
    private final MethodFacts facts;
    private final VariableNames names;
    private final ClassPath classPath;

    private Planner(MachineIdentity identity, MethodFacts facts, ClassPath classPath) {
        this.identity = identity;
        this.facts = facts;
        this.names = new VariableNames(facts.method());
        this.classPath = classPath;
    }

    /**
     * Plans a machine.
     *
     * @param identity which machine
     * @param facts the method in normal form
     * @param classPath where other classes are found
     * @return the plan
     */
    public static StateMachine plan(MachineIdentity identity, MethodFacts facts, ClassPath classPath) {
        return new Planner(identity, facts, classPath).plan();
    }

    private StateMachine plan() {
        Entry.Form form = entryForm();
        boolean inMachine = form == Entry.Form.MACHINE || identity.isCold();
        List<Kept> kept = new ArrayList<>();
        kept.add(inMachine ? keptAtEntry() : new Kept(List.of(), List.of()));
        for (SuspensionPoint point : facts.points()) {
            kept.add(keptAt(point));
        }
        requireRoom(kept);
        FieldLayout layout = layoutFor(kept);
        List<FieldLayout.Assignment> fields = new ArrayList<>();
        for (Kept values : kept) {
            fields.add(layout.assign(values.values()));
        }
        List<Kept> placed = new ArrayList<>(kept.size());
        for (Kept values : kept) {
            placed.add(values.in(fields.get(placed.size())));
        }
        return plan(form, placed, layout.fields());
    }

    private StateMachine plan(Entry.Form form, List<Kept> placed, List<MachineField> fields) {
        Entry entry = new Entry(form, facts.entry(), placed.get(0).locals(), PassedParameters.of(form, facts, placed));
        Staying staying = Staying.of(identity.isCold(), facts, entry, placed.subList(1, placed.size()));
        List<State> states = new ArrayList<>();
        for (int number = 1; number < placed.size(); number++) {
            states.add(state(number, facts.points().get(number - 1), placed.get(number), staying));
        }
        Storage storage = Storage.of(fields, entry, List.copyOf(states), staying);
        return new StateMachine(identity, facts, storage, Body.of(identity, facts, storage));
    }

    /** To store a value takes two bytes at least, but for the first few variables. Found out early, as the plan grows faster than the method. */
    private void requireRoom(List<Kept> kept) {
        long bytes = 0;
        for (Kept values : kept) {
            bytes += 2L * Math.max(0, values.locals().size() - 4);
        }
        if (bytes > MOST_BYTES) {
            throw new TransformationException(identity.owner().replace('/', '.') + "." + facts.method().name + " is too large: with its awaits it"
                    + " needs more than " + bytes + " bytes of code, and a method can have " + MOST_BYTES
                    + " (JVMS 4.7.3); divide it into several methods");
        }
    }

    private FieldLayout layoutFor(List<Kept> kept) {
        int most = 0;
        for (Kept values : kept) {
            most = Math.max(most, values.references());
        }
        return new FieldLayout(new CastableTypes(identity.owner(), classPath), most);
    }

    private Entry.Form entryForm() {
        int most = identity.isCold() ? MOST_PASSED_SLOTS : MOST_ARGUMENT_SLOTS;
        return facts.entry().size() > most ? Entry.Form.MACHINE : Entry.Form.ARGUMENTS;
    }

    private static State state(int number, SuspensionPoint point, Kept values, Staying staying) {
        TailPlacement tail = point.lineRepeated() ? TailPlacement.FRONT : TailPlacement.INLINE;
        return new State(number, point, values.stack(), values.locals(), SaveCalls.of(number, values.stack(), staying.without(values.locals())), tail);
    }

    private Kept keptAtEntry() {
        AbstractInsnNode first = facts.method().instructions.getFirst();
        return new Kept(List.of(), spillsOfLocals(facts.entry(), facts.liveAtEntry(), first));
    }

    private Kept keptAt(SuspensionPoint point) {
        List<Spill> stack = new ArrayList<>();
        for (int i = 0; i < point.stack().size(); i++) {
            SlotType type = point.stack().get(i);
            if (type.size() > 0) {
                stack.add(new Spill(i, "", type, Optional.empty()));
            }
        }
        return new Kept(stack, spillsOfLocals(point.locals(), point.live(), point.await().call()));
    }

    private List<Spill> spillsOfLocals(List<SlotType> types, BitSet live, AbstractInsnNode at) {
        List<Spill> spills = new ArrayList<>();
        for (int slot = facts.thisIsFixed() ? 1 : 0; slot < types.size(); slot++) {
            SlotType type = types.get(slot);
            if (type.size() > 0 && type.kind() != SlotType.Kind.UNINITIALIZED && live.get(slot)) {
                spills.add(new Spill(slot, names.at(slot, at), type, Optional.empty()));
            }
        }
        return spills;
    }
}
