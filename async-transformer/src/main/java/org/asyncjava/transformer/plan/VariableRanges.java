package org.asyncjava.transformer.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncjava.transformer.analysis.Availability;
import org.asyncjava.transformer.analysis.Availability.Change;
import org.asyncjava.transformer.analysis.MethodFacts;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds where variables are to be listed, so that a debugger never shows a stale value. */
final class VariableRanges {
    /** What a class file can hold; a method with more has none, which debuggers bear. */
    private static final int MOST_RANGES = 0xFFFF;

    private final MethodFacts facts;
    private final Entry entry;
    private final List<VariableRange> ranges = new ArrayList<>();
    private final List<VariableRange> arguments = new ArrayList<>();

    private VariableRanges(MethodFacts facts, Entry entry) {
        this.facts = facts;
        this.entry = entry;
    }

    /**
     * The ranges of a method.
     *
     * @param facts the method in normal form
     * @param isCold whether it returns a coroutine
     * @param entry how its body is entered
     * @param states its states
     * @return the ranges in the order of the table of local variables; those of arguments before the dispatch come last
     */
    static List<VariableRange> of(MethodFacts facts, boolean isCold, Entry entry, List<State> states) {
        MethodNode method = facts.method();
        if (method.localVariables == null || method.localVariables.isEmpty()) {
            return List.of();
        }
        boolean hasArguments = !isCold && entry.form() == Entry.Form.ARGUMENTS;
        VariableRanges found = new VariableRanges(facts, entry);
        Availability availability = Availability.of(method, found.atEntry(hasArguments), found.keptByAwait(states));
        for (LocalVariableNode variable : method.localVariables) {
            found.addRanges(variable, availability.changes(variable.index));
        }
        if (hasArguments && !states.isEmpty()) {
            found.ranges.addAll(found.arguments);
        }
        return found.ranges.size() > MOST_RANGES ? List.of() : List.copyOf(found.ranges);
    }

    private BitSet atEntry(boolean hasArguments) {
        BitSet slots = new BitSet();
        if (facts.thisIsFixed()) {
            slots.set(0);
        }
        if (hasArguments) {
            slots.set(0, entry.types().size());
        }
        for (Spill spill : entry.stored()) {
            slots.set(spill.position());
        }
        return slots;
    }

    private Map<AbstractInsnNode, BitSet> keptByAwait(List<State> states) {
        Map<AbstractInsnNode, BitSet> kept = new IdentityHashMap<>();
        for (State state : states) {
            BitSet slots = new BitSet();
            slots.set(0, facts.thisIsFixed());
            for (Spill spill : state.locals()) {
                slots.set(spill.position());
            }
            kept.put(state.point().await().call(), slots);
        }
        return kept;
    }

    private void addRanges(LocalVariableNode variable, List<Change> changes) {
        boolean fixedThis = variable.index == 0 && facts.thisIsFixed();
        if (!fixedThis && variable.index < entry.types().size() && Instructions.previous(variable.start) == null) {
            arguments.add(new VariableRange(variable, Optional.empty(), Optional.empty()));
        }
        InsnList code = facts.method().instructions;
        int end = code.indexOf(variable.end);
        int position = code.indexOf(variable.start);
        AbstractInsnNode open = null;
        for (Change change : changes) {
            if (change.index() > position && change.index() <= end) {
                if (!change.available() && open != null) {
                    add(variable, open, change.at());
                    open = null;
                } else if (change.available() && change.index() < end) {
                    open = change.at();
                }
            } else if (change.index() <= position) {
                open = change.available() ? variable.start : null;
            }
        }
        if (open != null) {
            add(variable, open, variable.end);
        }
    }

    /** {@code this} is there from the beginning of the body. */
    private void add(LocalVariableNode variable, AbstractInsnNode from, AbstractInsnNode to) {
        boolean fixedThis = variable.index == 0 && facts.thisIsFixed();
        ranges.add(new VariableRange(variable, fixedThis ? Optional.empty() : Optional.of(from), Optional.of(to)));
    }
}
