package org.asyncjava.it.random;

import java.util.List;

/** Generates async code inside a method's code that is called at once: lambdas, anonymous and local classes, each with captures. */
final class Closures {
    private static final int STATEMENTS = 3;

    private final Choices choices;
    private final Expressions expressions;

    /**
     * Makes a generator.
     *
     * @param choices its decisions
     * @param expressions generates arguments, and what is in the bodies
     */
    Closures(Choices choices, Expressions expressions) {
        this.choices = choices;
        this.expressions = expressions;
    }

    /**
     * A closure and the await of its only call, whose result is logged as an Object: Eclipse's compiler takes an {@code int[]} that is
     * inferred there for the whole of {@code Object...}.
     */
    Node of(Scope scope, int depth) {
        Type type = choices.of(Type.ALL);
        String name = expressions.fresh("call");
        String given = expressions.fresh("given");
        Scope inside = scope.asyncLambda();
        inside.add(new Variable(given, type, Variable.Kind.FINAL));
        List<Node> body = new Statements(choices, expressions, type, STATEMENTS).body(inside);
        String parameters = "(Env env, " + type.boxed + " " + given + ") {";
        String declared = "Parts.AsyncCall<" + type.boxed + "> " + name + " = ";
        String open = switch (choices.below(4)) {
            case 0 -> declared + "new Parts.AsyncCall<>() {\n@Override @Async\npublic Coroutine<" + type.boxed + "> call" + parameters;
            case 1 -> "class Local" + name + " {\n@Async\nCoroutine<" + type.boxed + "> call" + parameters;
            default -> declared + "(" + expressions.fresh("env") + ", " + given + ") -> {";
        };
        String receiver = open.startsWith("class") ? "new Local" + name + "()" : name;
        String end = open.startsWith("class") ? "}\n}" : open.endsWith("-> {") ? "};" : "}\n};";
        return Node.of(open, body, end + "\nenv.log((Object) await(" + receiver + ".call(env, " + expressions.of(type, scope, depth) + ")));");
    }
}
