package org.asyncjava.transformer.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.asyncjava.transformer.flow.Instructions;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;

/** A plan for people to read, who know places in the code by their lines. */
final class PlanText {
    private final StateMachine machine;
    private final StringJoiner rows = new StringJoiner("\n", "", "\n");

    PlanText(StateMachine machine) {
        this.machine = machine;
    }

    String rows() {
        String method = machine.facts().method().name + machine.facts().method().desc;
        rows.add("machine " + machine.name() + " of " + method + "  " + machine.identity().kind().name().toLowerCase(Locale.ROOT));
        rows.add("body  " + machine.body().signature() + "  " + machine.body().slots());
        rows.add("fields  " + machine.fields().stream().map(field -> field.name() + " " + field.descriptor()).collect(Collectors.joining(", ")));
        String clears = machine.storage().clears().toString();
        if (!clears.isEmpty()) {
            rows.add(clears);
        }
        if (machine.storage().staying().self() || !machine.storage().staying().parameters().isEmpty()) {
            rows.add(machine.storage().staying().text(machine.states()));
        }
        rows.add(machine.entry().toString());
        machine.states().forEach(state -> rows.add(state.toString()));
        machine.storage().restorations().stream().filter(Restoration::isShared).forEach(restoration -> rows.add(restoration.toString()));
        machine.body().returns().forEach(this::add);
        machine.body().handlers().forEach(this::add);
        byVariable().forEach((variable, ranges) -> rows.add("variable " + variable.name + "  slot " + variable.index
                + ranges.stream().map(range -> "  " + text(range)).collect(Collectors.joining())));
        return rows.toString();
    }

    private void add(Return planned) {
        rows.add("return line " + lineAt(planned.at()) + " " + planned.kind().name().toLowerCase(Locale.ROOT));
    }

    private void add(HandlerRange range) {
        String without = range.without().isEmpty() ? ""
                : range.without().stream().map(state -> " " + state.number()).collect(Collectors.joining("", " without", ""));
        String caught = range.block().type == null ? "anything" : range.block().type;
        rows.add("handler " + lines(lineFrom(range.block().start), lineBefore(range.block().end)) + without
                + "  " + caught + " to line " + lineFrom(range.block().handler));
    }

    /** A variable may have several entries in the table, each with its ranges. */
    private Map<LocalVariableNode, List<VariableRange>> byVariable() {
        return machine.body().variables().stream().collect(Collectors.groupingBy(VariableRange::variable, LinkedHashMap::new, Collectors.toList()));
    }

    private String text(VariableRange range) {
        if (range.to().isEmpty()) {
            return "dispatch";
        }
        AbstractInsnNode to = range.to().get();
        String from = range.from().map(this::lineFrom).orElse("start");
        return lines(from, await(to).map(state -> "state " + state.number()).orElseGet(() -> lineBefore(to)));
    }

    private static String lines(String from, String to) {
        return from.equals(to) ? from : from + ".." + to;
    }

    private Optional<State> await(AbstractInsnNode insn) {
        return machine.states().stream().filter(state -> state.point().await().call() == insn).findFirst();
    }

    /** The line of the first instruction that is not before this one. */
    private String lineFrom(AbstractInsnNode from) {
        return lineAt(Instructions.isReal(from) ? from : Instructions.next(from));
    }

    /** The line of the last instruction before this one. */
    private String lineBefore(AbstractInsnNode end) {
        return lineAt(Instructions.previous(end));
    }

    private static String lineAt(AbstractInsnNode at) {
        int line = Instructions.lineOf(at);
        return line == 0 ? "?" : Integer.toString(line);
    }
}
