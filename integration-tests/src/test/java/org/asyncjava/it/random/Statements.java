package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/** Generates the statements of one method, at most as many as its budget allows. */
final class Statements {
    private static final int EXPRESSION_DEPTH = 3;
    private static final int DEPTH = 4;
    private static final int LOCALS = 3;

    private final Choices choices;
    private final Expressions expressions;
    private final Type result;
    private final Loops loops;
    private final Tries tries;
    private final Patterns patterns;
    private final Selections selections;
    private final Closures closures;
    private final Iterations iterations;
    private int budget;

    Statements(Choices choices, Expressions expressions, Type result, int budget) {
        this.choices = choices;
        this.expressions = expressions;
        this.result = result;
        this.budget = budget;
        this.loops = new Loops(choices, expressions, this);
        this.tries = new Tries(choices, expressions, this);
        this.patterns = new Patterns(choices, expressions);
        this.selections = new Selections(choices, this, patterns);
        this.closures = new Closures(choices, expressions);
        this.iterations = new Iterations(choices, expressions, this, budget > Iterations.STATEMENTS);
    }

    /** A block of a few statements; what it declares is added to the scope. */
    List<Node> block(Scope scope, int depth) {
        List<Node> nodes = new ArrayList<>();
        int wanted = 1 + choices.below(4);
        while (nodes.size() < wanted && budget > 0) {
            nodes.add(statement(scope, depth));
        }
        return nodes;
    }

    /** The statements of a whole body: locals first, and a look at some of them last, so that they live across what is between. */
    List<Node> body(Scope scope) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < LOCALS; i++) {
            nodes.add(declaration(scope));
        }
        List<Variable> locals = scope.find(variable -> variable.kind() != Variable.Kind.FIELD);
        boolean iterates = iterations.arePossible(scope) && choices.percent(80);
        while (budget > 0) {
            if (scope.mayEmit() && choices.percent(25)) {
                nodes.add(emission(scope));
            }
            nodes.add(statement(scope, DEPTH));
        }
        if (iterates) {
            nodes.add(iterations.of(scope, DEPTH - 2));
        }
        nodes.add(Node.simple("env.log(" + choices.of(locals).name() + ", " + choices.of(locals).name() + ", "
                + choices.of(scope.find(variable -> true)).name() + ");"));
        nodes.add(Node.simple(returning(scope)));
        return nodes;
    }

    /** An expression of the usual depth. */
    String expression(Type type, Scope scope) {
        return expressions.of(type, scope, choices.below(EXPRESSION_DEPTH + 1));
    }

    private String kept(Type type, Scope scope) {
        return expressions.kept(type, scope, choices.below(EXPRESSION_DEPTH + 1));
    }

    /** A statement that leaves the block now and then. */
    Node jump(Scope scope) {
        if (!scope.jumps().isEmpty() && choices.percent(60)) {
            return rarely(3, choices.of(scope.jumps()));
        }
        boolean returns = scope.mayReturn() && choices.percent(50);
        return rarely(6, returns ? returning(scope) : "throw new " + failure(scope) + ";");
    }

    private Node rarely(int atLeast, String statement) {
        return Node.simple("if (env.chance(" + (atLeast + choices.below(6)) + ")) {\n    " + statement + "\n}");
    }

    /** A new exception. */
    String failure(Scope scope) {
        String type = choices.of("IllegalState", "IllegalArgument", "NumberFormat", "UnsupportedOperation") + "Exception";
        return type + "(\"" + expressions.fresh("x") + "\"" + (choices.percent(20) ? " + " + expression(Type.INT, scope) : "") + ")";
    }

    private Node statement(Scope scope, int depth) {
        budget--;
        if (depth <= 0 || choices.percent(45)) {
            return plain(scope, depth);
        }
        if (iterations.areMeant(scope)) {
            return iterations.of(scope, depth - 1);
        }
        return switch (choices.below(14)) {
            case 0, 1 -> conditional(scope, depth - 1);
            case 2, 3 -> loops.loop(scope, depth - 1);
            case 4, 5, 6 -> tries.of(scope, depth - 1);
            case 7 -> selections.of(scope, depth - 1);
            case 8 -> Node.of("{", block(scope.block(), depth - 1), "}");
            case 9 -> Node.of("synchronized (self) {", block(scope.withoutAwait(), depth - 1), "}");
            case 10 -> bothBranches(scope, depth - 1);
            case 11 -> scope.mayAwait() ? closures.of(scope, choices.below(EXPRESSION_DEPTH + 1)) : declaration(scope);
            case 12 -> patterns.matched(scope, depth - 1, this);
            default -> loops.labelledBlock(scope, depth - 1);
        };
    }

    private Node plain(Scope scope, int depth) {
        if (scope.mayEmit() && choices.percent(30)) {
            return emission(scope);
        }
        return switch (choices.below(9)) {
            case 0, 1, 2 -> declaration(scope);
            case 3, 4 -> assignment(scope);
            case 5 -> Node.simple("env.log(" + expressions.list(scope, EXPRESSION_DEPTH) + ");");
            case 6 -> jump(scope);
            case 7 -> scope.mayAwait() ? awaiting(scope) : Node.simple("env.log(\"locked\");");
            default -> Node.simple("env.value(" + expression(choices.of(Type.ALL), scope) + ");");
        };
    }

    private Node emission(Scope scope) {
        return Node.simple("emit(" + expressions.emitted(scope, choices.below(EXPRESSION_DEPTH + 1)) + ");");
    }

    private Node awaiting(Scope scope) {
        if (choices.percent(30)) {
            return Node.simple("if (env.chance(6)) {\n    await(env." + choices.of("fail", "failing") + "(new " + failure(scope) + ")"
                    + choices.of("", "", ", RuntimeException.class") + ");\n}");
        }
        return Node.simple(expressions.awaited(choices.of(Type.ALL), scope, EXPRESSION_DEPTH) + ";");
    }

    private Node declaration(Scope scope) {
        Type type = choices.of(Type.ALL);
        String name = expressions.fresh("v");
        boolean constant = choices.percent(30);
        String text = (constant ? "final " : "") + type.text + " " + name + " = " + kept(type, scope) + ";";
        scope.add(new Variable(name, type, constant ? Variable.Kind.FINAL : Variable.Kind.MUTABLE));
        return Node.simple(text);
    }

    private Node assignment(Scope scope) {
        List<Variable> variables = scope.find(Variable::isAssignable);
        if (variables.isEmpty()) {
            return declaration(scope);
        }
        Variable variable = choices.of(variables);
        Type type = variable.type();
        if (type.element() != null) {
            String target = variable.name() + "[" + expression(Type.INT, scope) + " & " + choices.of("1", "1", "1", "7") + "]";
            return Node.simple(target + (type.element() == Type.STRING ? choices.of(" = ", " += ") : choices.of(" = ", " += ", " *= "))
                    + kept(type.element(), scope) + ";");
        }
        if (type.isNumber() || type == Type.STRING) {
            return Node.simple(variable.name() + choices.of(" = ", " += ") + kept(type, scope) + ";");
        }
        return Node.simple(variable.name() + " = " + kept(type, scope) + ";");
    }

    private Node conditional(Scope scope, int depth) {
        List<Node> first = block(scope.block(), depth);
        String open = "if (" + expression(Type.BOOLEAN, scope) + ") {";
        return choices.percent(50)
                ? Node.of(open, first, "}")
                : new Node(List.of(open, "} else {", "}"), List.of(first, block(scope.block(), depth)));
    }

    /** A variable that both branches assign first: its slot is unset where they begin. */
    private Node bothBranches(Scope scope, int depth) {
        Type type = choices.of(Type.ALL);
        String name = expressions.fresh("late");
        List<Node> first = block(scope.block(), depth);
        List<Node> second = block(scope.block(), depth);
        String open = type.text + " " + name + ";\nif (" + expression(Type.BOOLEAN, scope) + ") {";
        String assigned = "    " + name + " = " + kept(type, scope) + ";\n";
        String alsoAssigned = "    " + name + " = " + kept(type, scope) + ";\n";
        scope.add(new Variable(name, type, Variable.Kind.MUTABLE));
        return new Node(List.of(open, assigned + "} else {", alsoAssigned + "}"), List.of(first, second));
    }

    private String returning(Scope scope) {
        if (scope.element() != null) {
            return "return end();";
        }
        String cast = result.isReference() ? "" : "(" + result.text + ") ";
        return "return Coroutine.<" + result.boxed + ">of(" + cast + expression(result, scope) + ");";
    }
}
