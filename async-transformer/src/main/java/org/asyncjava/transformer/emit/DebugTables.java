package org.asyncjava.transformer.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.transformer.analysis.Availability;
import org.asyncjava.transformer.analysis.Availability.Change;
import org.asyncjava.transformer.analysis.SlotType;
import org.asyncjava.transformer.plan.Entry;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes the local variable table of a body: a variable is listed only where its slot holds its value, so that a debugger never shows a
 * stale one.
 */
final class DebugTables {
    /** What a class file can hold; a method with more has none, which debuggers bear. */
    private static final int MOST_ENTRIES = 0xFFFF;

    private final StateMachine machine;
    private final Map<AbstractInsnNode, LabelNode> resumptions = new IdentityHashMap<>();
    private final Map<AbstractInsnNode, LabelNode> inserted = new IdentityHashMap<>();
    private final List<LocalVariableNode> parameters = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();

    /** One entry of the table to be. */
    private record Range(LocalVariableNode variable, LabelNode start, LabelNode end) {
    }

    private DebugTables(StateMachine machine, List<Suspension> suspensions) {
        this.machine = machine;
        suspensions.forEach(suspension -> resumptions.put(suspension.state().point().await().call(), suspension.resumption()));
    }

    /**
     * Finds where variables are to be listed.
     *
     * @param machine the plan
     * @param suspensions its suspension points
     * @return the tables, to be written once the body stands
     */
    static DebugTables of(StateMachine machine, List<Suspension> suspensions) {
        DebugTables tables = new DebugTables(machine, suspensions);
        MethodNode method = machine.facts().method();
        if (method.localVariables != null && !method.localVariables.isEmpty()) {
            Availability availability = Availability.of(method, atEntry(machine), keptByAwait(machine));
            method.localVariables.forEach(variable -> tables.addRanges(variable, availability));
        }
        return tables;
    }

    private static BitSet atEntry(StateMachine machine) {
        BitSet slots = new BitSet();
        if (machine.facts().thisIsFixed()) {
            slots.set(0);
        }
        List<SlotType> types = machine.entry().types();
        if (!machine.isCold() && machine.entry().form() == Entry.Form.ARGUMENTS) {
            slots.set(0, types.size());
        }
        machine.entry().stored().forEach(spill -> slots.set(spill.position()));
        return slots;
    }

    private static Map<AbstractInsnNode, BitSet> keptByAwait(StateMachine machine) {
        Map<AbstractInsnNode, BitSet> kept = new IdentityHashMap<>();
        for (State state : machine.states()) {
            BitSet slots = new BitSet();
            slots.set(0, machine.facts().thisIsFixed());
            state.locals().stream().map(Spill::position).forEach(slots::set);
            kept.put(state.point().await().call(), slots);
        }
        return kept;
    }

    private void addRanges(LocalVariableNode variable, Availability availability) {
        InsnList code = machine.facts().method().instructions;
        if (variable.index < machine.entry().types().size() && beginsCode(variable.start)) {
            parameters.add(variable);
        }
        int end = code.indexOf(variable.end);
        int position = code.indexOf(variable.start);
        LabelNode open = null;
        for (Change change : availability.changes(variable.index)) {
            if (change.index() > position && change.index() <= end) {
                if (!change.available() && open != null) {
                    ranges.add(new Range(variable, open, labelAt(change.at())));
                    open = null;
                } else if (change.available() && change.index() < end) {
                    open = labelAt(change.at());
                }
            } else if (change.index() <= position) {
                open = change.available() ? variable.start : null;
            }
        }
        if (open != null) {
            ranges.add(new Range(variable, open, variable.end));
        }
    }

    private static boolean beginsCode(LabelNode label) {
        AbstractInsnNode insn = label;
        while (insn != null && insn.getOpcode() < 0) {
            insn = insn.getPrevious();
        }
        return insn == null;
    }

    private LabelNode labelAt(AbstractInsnNode insn) {
        LabelNode resumption = resumptions.get(insn);
        return resumption != null ? resumption : inserted.computeIfAbsent(insn, any -> new LabelNode());
    }

    /**
     * Marks the ends of ranges in the code.
     *
     * @param code the normal form, changed in place
     */
    void insertLabels(InsnList code) {
        inserted.forEach(code::insertBefore);
    }

    /**
     * Writes the tables.
     *
     * @param body with all its code
     * @param slots slots of the body
     */
    void write(MethodNode body, Slots slots) {
        List<LocalVariableNode> table = new ArrayList<>();
        LabelNode begin = new LabelNode();
        body.instructions.insert(begin);
        for (Range range : ranges) {
            boolean fixedThis = range.variable().index == 0 && machine.facts().thisIsFixed();
            table.add(entry(range.variable(), fixedThis ? begin : range.start(), range.end(), slots));
        }
        if (!machine.isCold() && machine.entry().form() == Entry.Form.ARGUMENTS && !machine.states().isEmpty()) {
            addArguments(begin, slots, table);
        }
        body.localVariables = table.size() > MOST_ENTRIES ? List.of() : table;
        moveAnnotations(body.visibleLocalVariableAnnotations, slots);
        moveAnnotations(body.invisibleLocalVariableAnnotations, slots);
    }

    /** Arguments also have their values before the dispatch. */
    private void addArguments(LabelNode begin, Slots slots, List<LocalVariableNode> table) {
        LabelNode dispatched = firstLabelAfter(begin);
        for (LocalVariableNode parameter : parameters) {
            boolean fixedThis = parameter.index == 0 && machine.facts().thisIsFixed();
            if (!fixedThis) {
                table.add(entry(parameter, begin, dispatched, slots));
            }
        }
    }

    private static LabelNode firstLabelAfter(LabelNode begin) {
        AbstractInsnNode insn = begin.getNext();
        while (!(insn instanceof LabelNode)) {
            insn = insn.getNext();
        }
        return (LabelNode) insn;
    }

    private static LocalVariableNode entry(LocalVariableNode variable, LabelNode start, LabelNode end, Slots slots) {
        return new LocalVariableNode(variable.name, variable.desc, variable.signature, start, end, slots.of(variable.index));
    }

    private static void moveAnnotations(List<LocalVariableAnnotationNode> annotations, Slots slots) {
        if (annotations != null) {
            annotations.forEach(annotation -> annotation.index.replaceAll(slots::of));
        }
    }
}
