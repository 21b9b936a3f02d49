package org.asyncjava.transformer.dump;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asyncjava.transformer.emit.CodePart;
import org.asyncjava.transformer.emit.EmittedMethod;
import org.asyncjava.transformer.flow.Instructions;
import org.asyncjava.transformer.plan.MachineField;
import org.asyncjava.transformer.plan.Restoration;
import org.asyncjava.transformer.plan.Spill;
import org.asyncjava.transformer.plan.State;
import org.asyncjava.transformer.plan.StateMachine;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The resumable body of a method as people read it: beside its code the lines of the source, the states, and which value is in which field of the machine.
 *
 * <p>Slots are those of the body.
 */
final class StatesListing {
    private static final String ROW = "%5s  %-10s %-4s %-46s %s";

    private final EmittedMethod method;
    private final StateMachine machine;
    private final InstructionText instructions;
    private final StringBuilder text = new StringBuilder();
    private String line = "";
    private Optional<CodePart> part = Optional.empty();
    private String label = "";

    private StatesListing(EmittedMethod method) {
        this.method = method;
        this.machine = method.plan();
        this.instructions = new InstructionText(method.body());
    }

    static String of(EmittedMethod method) {
        StatesListing listing = new StatesListing(method);
        listing.header();
        method.body().instructions.forEach(listing::add);
        listing.handlers();
        return listing.text.toString();
    }

    private void header() {
        row("line", "state", "", "code", machine.fields().stream().map(field -> field.name() + " " + typeName(field)).collect(Collectors.joining(", ", "fields: ", "")));
    }

    private static String typeName(MachineField field) {
        String name = Type.getType(field.descriptor()).getClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void add(AbstractInsnNode insn) {
        if (insn instanceof LineNumberNode number) {
            line = Integer.toString(number.line);
        } else if (insn instanceof LabelNode target) {
            part = method.partAt(target).or(() -> part);
            label = instructions.name(target).orElse(label);
        } else if (Instructions.isReal(insn)) {
            row(line, part.map(this::state).orElse(""), label, instructions.of(insn), part.map(this::values).orElse(""));
            line = "";
            part = Optional.empty();
            label = "";
        }
    }

    private void row(Object... columns) {
        text.append(String.format(Locale.ROOT, ROW, columns).stripTrailing()).append('\n');
    }

    private String state(CodePart begins) {
        String what = begins.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return what + " " + (begins.kind() == CodePart.Kind.RESTORE ? restoredTogether(begins.state()) : Integer.toString(begins.state().number()));
    }

    private String restoredTogether(State first) {
        return machine.storage().restorations().stream().filter(restoration -> restoration.representative() == first).map(Restoration::states).findFirst()
                .orElse(List.of(first)).stream().map(state -> Integer.toString(state.number())).collect(Collectors.joining(" "));
    }

    private String values(CodePart begins) {
        State state = begins.state();
        return switch (begins.kind()) {
            case AWAIT, GO_ON -> "";
            case SAVE -> all(state.spills(), state, " -> ");
            case RESTORE -> all(state.spills().stream().filter(spill -> !isPassed(spill, state)).toList(), state, " <- ");
        };
    }

    /** What the machine hands over when it calls the body. */
    private boolean isPassed(Spill spill, State state) {
        return state.locals().contains(spill) && machine.entry().passes(spill);
    }

    private String all(List<Spill> spills, State state, String arrow) {
        Stream<String> self = machine.isStatic() || arrow.equals(" <- ") ? Stream.empty() : Stream.of("this -> self");
        return Stream.concat(self, spills.stream().map(spill -> place(spill, state) + arrow + spill.field().map(MachineField::name).orElse("null")))
                .collect(Collectors.joining(", "));
    }

    private String place(Spill spill, State state) {
        String place = state.stack().contains(spill) ? "stack " + spill.position() : "slot " + machine.body().slots().of(spill.position());
        return spill.variable().isEmpty() ? place : place + " " + spill.variable();
    }

    private void handlers() {
        for (TryCatchBlockNode block : method.body().tryCatchBlocks) {
            String caught = block.type == null ? "anything" : InstructionText.simpleName(block.type);
            row("", "", "", "from " + nameOf(block.start) + " to " + nameOf(block.end) + " " + caught + " is caught at " + nameOf(block.handler), "");
        }
    }

    private String nameOf(LabelNode target) {
        return instructions.name(target).orElseThrow();
    }
}
