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
import org.objectweb.asm.tree.AbstractInsnNode;

/** Decides how the state machine of a method looks. */
public final class Planner {
    private static final int MAX_ARGUMENT_SLOTS = 255;

    private final MachineIdentity identity;
    private final MethodFacts facts;
    private final VariableNames names;
    private final FieldLayout layout;

    private Planner(MachineIdentity identity, MethodFacts facts, ClassPath classPath) {
        this.identity = identity;
        this.facts = facts;
        this.names = new VariableNames(facts.method());
        this.layout = new FieldLayout(new CastableTypes(identity.owner(), classPath));
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

    /** The values of one suspension point before they have fields. */
    private record Kept(List<Spill> stack, List<Spill> locals, FieldLayout.Assignment fields) {
        List<Spill> stackWithFields() {
            return withFields(stack, fields, 0);
        }

        List<Spill> localsWithFields() {
            return withFields(locals, fields, stack.size());
        }
    }

    private StateMachine plan() {
        Entry.Form form = entryForm();
        Kept parameters = form == Entry.Form.MACHINE ? keepParameters() : keep(List.of(), List.of());
        List<Kept> kept = facts.points().stream().map(this::keepAt).toList();
        List<State> states = new ArrayList<>(kept.size());
        for (Kept values : kept) {
            states.add(state(states.size() + 1, facts.points().get(states.size()), values));
        }
        Entry entry = new Entry(form, facts.entry(), parameters.localsWithFields());
        return new StateMachine(identity, facts, layout.fields(), entry, List.copyOf(states));
    }

    private Entry.Form entryForm() {
        boolean cold = identity.kind() == MachineKind.COLD;
        return cold || facts.entry().size() >= MAX_ARGUMENT_SLOTS ? Entry.Form.MACHINE : Entry.Form.ARGUMENTS;
    }

    private static State state(int number, SuspensionPoint point, Kept values) {
        List<Spill> stack = values.stackWithFields();
        List<Spill> locals = values.localsWithFields();
        TailPlacement tail = point.lineRepeated() ? TailPlacement.FRONT : TailPlacement.INLINE;
        return new State(number, point, stack, locals, SaveCalls.of(number, stack, locals), tail);
    }

    private Kept keepParameters() {
        AbstractInsnNode first = facts.method().instructions.getFirst();
        return keep(List.of(), spillsOfLocals(facts.entry(), facts.liveAtEntry(), first));
    }

    private Kept keepAt(SuspensionPoint point) {
        List<Spill> stack = new ArrayList<>();
        for (int i = 0; i < point.stack().size(); i++) {
            SlotType type = point.stack().get(i);
            if (type.size() > 0) {
                stack.add(new Spill(i, "", type, Optional.empty()));
            }
        }
        return keep(stack, spillsOfLocals(point.locals(), point.live(), point.await().call()));
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

    private Kept keep(List<Spill> stack, List<Spill> locals) {
        List<SlotType> types = new ArrayList<>();
        stack.forEach(spill -> types.add(spill.type()));
        locals.forEach(spill -> types.add(spill.type()));
        return new Kept(stack, locals, layout.assign(types));
    }

    private static List<Spill> withFields(List<Spill> spills, FieldLayout.Assignment fields, int offset) {
        List<Spill> result = new ArrayList<>(spills.size());
        for (Spill spill : spills) {
            result.add(new Spill(spill.position(), spill.variable(), spill.type(), fields.field(offset + result.size())));
        }
        return List.copyOf(result);
    }
}
