package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;

/** Generates what is matched against patterns: of types, and in newer releases of records, in switches with guards. */
final class Patterns {
    private final Choices choices;
    private final Expressions expressions;

    /**
     * Makes a generator.
     *
     * @param choices its decisions
     * @param expressions generates what is in between
     */
    Patterns(Choices choices, Expressions expressions) {
        this.choices = choices;
        this.expressions = expressions;
    }

    /** One case: its label, and the scope in which its variables are seen. */
    private record Case(String label, Scope scope) {
    }

    /** Decides whether a choice among expressions is one among patterns. */
    boolean isMeant() {
        return choices.hasPatternSwitches() && choices.percent(50);
    }

    /** A switch expression. */
    String choice(Type type, Scope scope, int depth) {
        StringBuilder text = new StringBuilder("(switch (").append(expressions.of(Type.OBJECT, scope, depth)).append(") { ");
        for (Case one : cases(scope, depth)) {
            text.append(one.label).append(" -> ").append(expressions.of(type, one.scope, depth)).append("; ");
        }
        return text.append("})").toString();
    }

    /** A switch statement. */
    Node selection(Scope scope, int depth, Statements statements) {
        List<String> texts = new ArrayList<>();
        List<List<Node>> bodies = new ArrayList<>();
        String before = "switch (" + statements.expression(Type.OBJECT, scope) + ") {\n";
        for (Case one : cases(scope.withinSwitch(), 1)) {
            texts.add(before + one.label + " -> {");
            bodies.add(statements.block(one.scope, depth));
            before = "}\n";
        }
        texts.add("}\n}");
        return new Node(texts, bodies);
    }

    /** A condition with a pattern whose variables live in the branch. */
    Node matched(Scope scope, int depth, Statements statements) {
        String object = expressions.fresh("matched");
        String open = "Object " + object + " = " + statements.expression(Type.OBJECT, scope) + ";\n";
        Scope inside = scope.block();
        String pattern = choices.hasPatternSwitches() && choices.percent(40) ? pair(inside) : text(inside);
        return Node.of(open + "if (" + object + " instanceof " + pattern + guard(" && ", scope, inside, 1) + ") {",
                statements.block(inside, depth), "}");
    }

    private List<Case> cases(Scope scope, int depth) {
        List<Case> cases = new ArrayList<>();
        if (choices.percent(60)) {
            cases.add(new Case("case null", scope.block()));
        }
        Scope text = scope.block();
        String textPattern = text(text);
        cases.add(new Case("case " + textPattern + guard(" when ", scope, text, depth), text));
        Scope pair = scope.block();
        String pairPattern = pair(pair);
        cases.add(new Case("case " + pairPattern + guard(" when ", scope, pair, depth), pair));
        Scope number = scope.block();
        String name = expressions.fresh("number");
        number.add(new Variable(name, Type.INT, Variable.Kind.FINAL));
        cases.add(new Case("case Integer " + name, number));
        cases.add(new Case("default", scope.block()));
        return cases;
    }

    private String text(Scope inside) {
        String name = expressions.fresh("text");
        inside.add(new Variable(name, Type.STRING, Variable.Kind.FINAL));
        return "String " + name;
    }

    private String pair(Scope inside) {
        String left = expressions.fresh("left");
        String right = expressions.fresh("right");
        Type type = choices.of(Type.OBJECT, Type.STRING);
        inside.add(new Variable(left, type, Variable.Kind.FINAL));
        inside.add(new Variable(right, Type.INT, Variable.Kind.FINAL));
        return "Parts.Pair(" + choices.of(type.text, type.text, type == Type.OBJECT ? "var" : type.text) + " " + left + ", int " + right + ")";
    }

    /**
     * A guard is no constant, and may await; of the variables around it sees those alone that are never assigned again, and those of its
     * pattern. Its last alternative is for Eclipse's compiler, which takes {@code chance && false} for a constant, and refuses it.
     */
    private String guard(String word, Scope scope, Scope inside, int depth) {
        if (choices.percent(40)) {
            return "";
        }
        List<Variable> outside = scope.find(variable -> true);
        Scope seen = scope.guard();
        inside.find(variable -> !outside.contains(variable)).forEach(seen::add);
        return word + "(env.chance(2)" + choices.of(" && ", " || ") + expressions.condition(seen, depth) + " || env.chance(9))";
    }
}
