package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/** Generates try statements: catch clauses in the order of their types, finally blocks with jumps, resources. */
final class Tries {
    private static final List<String> CAUGHT = List.of("NumberFormatException", "IllegalArgumentException | IllegalStateException",
            "RuntimeException", "Throwable");

    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;

    Tries(Choices choices, Expressions expressions, Statements statements) {
        this.choices = choices;
        this.expressions = expressions;
        this.statements = statements;
    }

    Node of(Scope scope, int depth) {
        List<String> texts = new ArrayList<>();
        List<List<Node>> bodies = new ArrayList<>();
        Scope body = scope.block();
        boolean resource = choices.percent(choices.hasGenerators() ? 35 : 20);
        texts.add(resource ? "try (" + resources(body) + ") {" : "try {");
        bodies.add(failing(body, depth));
        String before = "} ";
        for (int i = 0; i < CAUGHT.size(); i++) {
            if (choices.percent(35)) {
                before = addCatch(scope, depth, CAUGHT.get(i), texts, bodies);
            }
        }
        if (choices.percent(50) || texts.size() == 1 && !resource) {
            texts.add(before + "finally {");
            bodies.add(finished(scope.block(), depth));
        }
        texts.add("}");
        return new Node(texts, bodies);
    }

    private String addCatch(Scope scope, int depth, String type, List<String> texts, List<List<Node>> bodies) {
        String name = expressions.fresh("e");
        texts.add("} catch (" + type + " " + name + ") {\n    env.log(\"caught \", " + name + ", " + name + ".getSuppressed().length);");
        bodies.add(statements.block(scope.block(), depth));
        return "} ";
    }

    private String resources(Scope body) {
        String name = statements.expression(Type.STRING, body);
        String type = choices.hasGenerators() && body.mayAwait() && choices.percent(60) ? "Parts.AsyncResource" : "Parts.Resource";
        String first = type + " " + expressions.fresh("r") + " = new " + type + "(env, " + name + ")";
        return choices.percent(50) ? first : first + "; " + type + " " + expressions.fresh("r") + " = null";
    }

    private List<Node> failing(Scope scope, int depth) {
        List<Node> nodes = new ArrayList<>(statements.block(scope, depth));
        if (choices.percent(50)) {
            String failure = "new " + statements.failure(scope);
            String statement = scope.mayAwait() ? "await(env.fail(" + failure + "));" : "throw " + failure + ";";
            nodes.add(Node.simple("if (env.chance(4)) {\n    " + statement + "\n}"));
        }
        return nodes;
    }

    private List<Node> finished(Scope scope, int depth) {
        List<Node> nodes = new ArrayList<>(statements.block(scope, depth));
        if (choices.percent(20)) {
            nodes.add(statements.jump(scope));
        }
        return nodes;
    }
}
