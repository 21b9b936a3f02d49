package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/** Generates what goes through the elements of generators: loops, and iterators that are asked and closed by hand, at random points. */
final class Iterations {
    static final int STATEMENTS = 4;
    private static final String FUELLED = "\n    if (!env.fuel()) {\n        break;\n    }";

    private final Choices choices;
    private final Expressions expressions;
    private final Statements statements;
    private final boolean hasLambdas;

    /**
     * Makes a generator.
     *
     * @param choices its decisions
     * @param expressions generates arguments
     * @param statements generates the bodies
     * @param hasLambdas whether lambdas that emit may stand in them
     */
    Iterations(Choices choices, Expressions expressions, Statements statements, boolean hasLambdas) {
        this.hasLambdas = hasLambdas;
        this.choices = choices;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** Decides whether a statement is one of these. */
    boolean areMeant(Scope scope) {
        return arePossible(scope) && choices.percent(45);
    }

    boolean arePossible(Scope scope) {
        return choices.hasGenerators() && scope.mayIterate() && (mayBeLambda(scope) || !generators(scope).isEmpty());
    }

    Node of(Scope scope, int depth) {
        List<Signature> generators = generators(scope);
        if (generators.isEmpty() || mayBeLambda(scope) && choices.percent(15)) {
            return lambda(scope, depth);
        }
        Signature generator = choices.of(generators);
        String call = expressions.call(generator, scope, choices.below(2));
        return switch (generator.kind()) {
            case ASYNC_ITERABLE -> choices.percent(65) ? loop(generator.result(), "each(" + call + ")", scope, depth)
                    : async(generator.result(), call + ".iterator()", scope, depth);
            case ASYNC_ITERATOR -> choices.percent(50) ? loop(generator.result(), "each(" + call + ")", scope, depth)
                    : async(generator.result(), call, scope, depth);
            case ITERABLE -> choices.percent(50) ? loop(generator.result(), call, scope, depth)
                    : plain(generator.result(), call + ".iterator()", scope, depth);
            case ITERATOR -> plain(generator.result(), call, scope, depth);
            default -> Node.simple("Parts.drain(env, " + call + ", " + choices.below(4) + ");");
        };
    }

    private boolean mayBeLambda(Scope scope) {
        return hasLambdas && scope.mayAwait();
    }

    private List<Signature> generators(Scope scope) {
        return expressions.callable().stream().filter(method -> method.kind().isGenerator() && (scope.mayAwait() || !method.kind().isAsync())).toList();
    }

    private Node loop(Type type, String source, Scope scope, int depth) {
        Head head = head(type, source, scope);
        return Node.of(head.text, body(head.inside, depth), "}");
    }

    /** The head of a loop, and what is in scope behind it. */
    private record Head(String text, Scope inside) {
    }

    private Head head(Type type, String source, Scope scope) {
        String label = choices.percent(40) ? expressions.fresh("loop") : null;
        List<String> jumps = new ArrayList<>(List.of("break;", "continue;"));
        if (label != null) {
            jumps.addAll(List.of("break " + label + ";", "continue " + label + ";"));
        }
        Scope inside = scope.withJumps(jumps);
        String name = expressions.fresh("element");
        boolean constant = choices.percent(40);
        inside.add(new Variable(name, type, constant ? Variable.Kind.FINAL : Variable.Kind.MUTABLE));
        String text = (label == null ? "" : label + ":\n") + "for (" + (constant ? "final " : "") + type.text + " " + name + " : " + source + ") {" + FUELLED;
        return new Head(text, inside);
    }

    private Node lambda(Scope scope, int depth) {
        Type type = choices.of(Type.ALL);
        String name = expressions.fresh("source");
        String given = expressions.fresh("given");
        Scope lambda = scope.generatorLambda(type);
        lambda.add(new Variable(given, type, Variable.Kind.FINAL));
        List<Node> body = new Statements(choices, expressions, type, STATEMENTS).body(lambda);
        String open = "Parts.Source<" + type.boxed + "> " + name + " = (" + expressions.fresh("env") + ", " + given + ") -> { // emits AsyncIterable";
        Head head = head(type, "each(" + name + ".from(env, " + expressions.of(type, scope, 1) + "))", scope);
        return new Node(List.of(open, "};\n" + head.text, "}"), List.of(body, body(head.inside, depth)));
    }

    private Node async(Type type, String iterator, Scope scope, int depth) {
        String name = expressions.fresh("it");
        String declared = "AsyncIterator<" + type.boxed + "> " + name + " = " + iterator;
        String asked = "env.log(\"next \", await(" + name + ".advance()));";
        return asked(type, declared, "await(" + name + ".advance())", name + ".current()",
                choices.of("", asked, "await(" + name + ".closeAsync());\n" + asked, "if (env.chance(2)) {\n    " + name + ".close();\n}\n" + asked), scope, depth);
    }

    private Node plain(Type type, String iterator, Scope scope, int depth) {
        String name = expressions.fresh("it");
        String declared = "Iterator<" + type.boxed + "> " + name + " = " + iterator;
        String asked = "env.log(\"next \", " + name + ".hasNext());";
        return asked(type, declared, name + ".hasNext()", name + ".next()",
                choices.of("", asked, "Parts.close(" + name + ");\n" + asked, "if (env.chance(2)) {\n    Parts.close(" + name + ");\n}\n" + asked), scope, depth);
    }

    /** An iterator that is asked a few times, as a resource now and then. */
    private Node asked(Type type, String declared, String test, String current, String end, Scope scope, int depth) {
        boolean isResource = declared.startsWith("Async") && choices.percent(40);
        Scope inside = scope.withJumps(List.of("break;", "continue;"));
        String element = expressions.fresh("element");
        inside.add(new Variable(element, type, Variable.Kind.MUTABLE));
        String loop = "while (env.fuel() && " + test + ") {\n    " + type.text + " " + element + " = " + current + ";\n    if (env.chance(4)) {\n        break;\n    }";
        return isResource
                ? Node.of("try (" + declared + ") {\n" + loop, body(inside, depth), "}\n" + end + "\n}")
                : Node.of(declared + ";\n" + loop, body(inside, depth), "}\n" + end);
    }

    private List<Node> body(Scope inside, int depth) {
        List<Node> nodes = new ArrayList<>(statements.block(inside, depth));
        if (choices.percent(50)) {
            nodes.add(statements.jump(inside));
        }
        return nodes;
    }
}
