package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/** Generates loops and labelled blocks; all loops together run a few hundred times at most. */
final class Loops {
    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;

    Loops(Choices choices, Expressions expressions, Statements statements) {
        this.choices = choices;
        this.expressions = expressions;
        this.statements = statements;
    }

    Node loop(Scope scope, int depth) {
        String label = choices.percent(40) ? expressions.fresh("loop") : null;
        List<String> jumps = new ArrayList<>(List.of("break;", "continue;"));
        if (label != null) {
            jumps.addAll(List.of("break " + label + ";", "continue " + label + ";"));
        }
        Scope inside = scope.withJumps(jumps);
        String prefix = label == null ? "" : label + ":\n";
        String condition = "while (env.fuel() && " + statements.expression(Type.BOOLEAN, scope) + ")";
        return switch (choices.below(5)) {
            case 0 -> Node.of(prefix + condition + " {", body(inside, depth), "}");
            case 1 -> Node.of(prefix + "do {", body(inside, depth), "} " + condition + ";");
            case 2 -> endless(prefix, inside, depth);
            case 3 -> forEach(prefix, inside, depth);
            default -> counted(prefix, inside, depth);
        };
    }

    Node labelledBlock(Scope scope, int depth) {
        String label = expressions.fresh("block");
        return Node.of(label + ": {", body(scope.withJumps(List.of("break " + label + ";")), depth), "}");
    }

    private Node endless(String prefix, Scope inside, int depth) {
        return Node.of(prefix + "while (true) {\n    if (!env.fuel() || env.chance(4)) {\n        break;\n    }", body(inside, depth), "}");
    }

    private Node counted(String prefix, Scope inside, int depth) {
        String name = expressions.fresh("i");
        inside.add(new Variable(name, Type.INT, Variable.Kind.MUTABLE));
        String step = choices.percent(70) ? name + "++" : name + " += 1 + (" + statements.expression(Type.INT, inside) + " & 1)";
        String head = "for (int " + name + " = 0; " + name + " < " + (1 + choices.below(3)) + " && env.fuel(); " + step + ") {";
        return Node.of(prefix + head, body(inside, depth), "}");
    }

    private Node forEach(String prefix, Scope inside, int depth) {
        Type array = choices.of(Type.INT_ARRAY, Type.LONG_ARRAY, Type.STRING_ARRAY);
        String name = expressions.fresh("each");
        String head = "for (" + array.element().text + " " + name + " : " + statements.expression(array, inside) + ") {\n"
                + "    if (!env.fuel()) {\n        break;\n    }";
        inside.add(new Variable(name, array.element(), Variable.Kind.MUTABLE));
        return Node.of(prefix + head, body(inside, depth), "}");
    }

    private List<Node> body(Scope inside, int depth) {
        List<Node> nodes = new ArrayList<>(statements.block(inside, depth));
        if (choices.percent(40)) {
            nodes.add(statements.jump(inside));
        }
        return nodes;
    }
}
