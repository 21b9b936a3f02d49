package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/** Generates switch statements over numbers, texts, enums and patterns, with arrows or with colons and falling through. */
final class Selections {
    private final Choices choices;
    private final Statements statements;
    private final Patterns patterns;

    /**
     * Makes a generator.
     *
     * @param choices its decisions
     * @param statements generates the bodies
     * @param patterns generates switches over patterns
     */
    Selections(Choices choices, Statements statements, Patterns patterns) {
        this.choices = choices;
        this.statements = statements;
        this.patterns = patterns;
    }

    Node of(Scope scope, int depth) {
        if (patterns.isMeant()) {
            return patterns.selection(scope, depth, statements);
        }
        List<String> labels = choices.of(List.of("0", "1", "-1000000"), List.of("\"s\"", "\"Aa\"", "\"BB\""), List.of("A", "B", "C"));
        String open = "switch (" + selector(labels.get(0), scope) + ") {";
        return choices.percent(30) ? arrows(open, labels, scope, depth) : colons(open, labels, scope, depth);
    }

    private String selector(String label, Scope scope) {
        return switch (label) {
            case "0" -> statements.expression(Type.INT, scope) + " % 3";
            case "A" -> "Parts.Kind.values()[(" + statements.expression(Type.INT, scope) + " & 3) % 3]";
            default -> "String.valueOf((Object) " + statements.expression(Type.STRING, scope) + ")";
        };
    }

    private Node arrows(String open, List<String> labels, Scope scope, int depth) {
        List<String> texts = new ArrayList<>(List.of(open + "\ncase " + labels.get(0) + ", " + labels.get(1) + " -> {",
                "}\ncase " + labels.get(2) + " -> {", "}\ndefault -> {", "}\n}"));
        List<List<Node>> bodies = new ArrayList<>();
        while (bodies.size() < texts.size() - 1) {
            bodies.add(statements.block(scope.withinSwitch(), depth));
        }
        return new Node(texts, bodies);
    }

    private Node colons(String open, List<String> labels, Scope scope, int depth) {
        List<String> texts = new ArrayList<>();
        List<List<Node>> bodies = new ArrayList<>();
        String before = open;
        for (String label : labels) {
            texts.add(before + "\ncase " + label + ":");
            bodies.add(List.of(Node.of("{", statements.block(scope.withinSwitch(), depth), "}")));
            before = choices.percent(60) ? "\n    break;" : "    // falls through";
        }
        texts.add(before + "\ndefault:");
        bodies.add(statements.block(scope.withinSwitch(), depth));
        texts.add("}");
        return new Node(texts, bodies);
    }
}
