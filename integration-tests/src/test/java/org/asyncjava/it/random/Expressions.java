package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates expressions. Depth bounds how deep they nest; every expression is in parentheses or needs none. */
final class Expressions {
    private final Choices choices;
    private final List<Signature> callable;
    private final References references;
    private final Patterns patterns;
    private int names;

    /**
     * Makes a generator.
     *
     * @param choices its decisions
     * @param callable the async methods that may be called
     */
    Expressions(Choices choices, List<Signature> callable) {
        this.choices = choices;
        this.callable = callable;
        this.references = new References(choices, this);
        this.patterns = new Patterns(choices, this);
    }

    /** A name that nothing else has. */
    String fresh(String prefix) {
        return prefix + names++;
    }

    /** An expression of a type. */
    String of(Type type, Scope scope, int depth) {
        if (depth <= 0) {
            return leaf(type, scope);
        }
        if (scope.mayAwait() && choices.percent(30)) {
            return awaited(type, scope, depth - 1);
        }
        return switch (choices.below(8)) {
            case 0 -> patterns.isMeant() ? patterns.choice(type, scope, depth - 1) : leaf(type, scope);
            case 1 -> "(" + condition(scope, depth - 1) + " ? " + of(type, scope, depth - 1) + " : " + of(type, scope, depth - 1) + ")";
            case 2 -> assignment(type, scope, depth - 1);
            case 3 -> choice(type, scope, depth - 1);
            default -> operation(type, scope, depth - 1);
        };
    }

    /** A boolean expression. */
    String condition(Scope scope, int depth) {
        return of(Type.BOOLEAN, scope, depth);
    }

    /** An await with a result of the type. */
    String awaited(Type type, Scope scope, int depth) {
        List<Signature> methods = callable.stream().filter(method -> !method.kind().isGenerator() && method.result() == type).toList();
        if (!methods.isEmpty() && choices.percent(40)) {
            String call = call(choices.of(methods), scope, depth);
            return "await(" + (choices.percent(10) ? "Parts.<" + type.boxed + ">through(env, " + call + ")" : call) + ")";
        }
        if (choices.percent(10)) {
            return asyncLambda(type, scope, depth);
        }
        String operand = choices.of("async", "async", "async", "stage", "awaitable");
        String value = type.isReference() ? of(type, scope, depth) : "(" + type.text + ") " + of(type, scope, depth);
        if (choices.percent(8)) {
            return "await(Parts.<" + type.boxed + ">echo(env, " + value + "))";
        }
        return "await(env." + operand + "(" + value + ")" + (choices.percent(10) ? ", RuntimeException.class)" : ")");
    }

    private String asyncLambda(Type type, Scope scope, int depth) {
        Scope body = scope.asyncLambda();
        String argument = fresh("given");
        body.add(new Variable(argument, type, Variable.Kind.FINAL));
        String result = type.isReference() ? of(type, body, depth) : "(" + type.text + ") " + of(type, body, depth);
        String lambda = "(" + fresh("env") + ", " + argument + ") -> Coroutine.<" + type.boxed + ">of(" + result + ")";
        return "await(((Parts.AsyncCall<" + type.boxed + ">) " + lambda + ").call(env, " + of(type, scope, depth) + "))";
    }

    /** The methods that may be called. */
    List<Signature> callable() {
        return callable;
    }

    /** A call of a method. */
    String call(Signature method, Scope scope, int depth) {
        List<String> arguments = new ArrayList<>();
        method.parameters().forEach(parameter -> arguments.add(of(parameter, scope, depth)));
        String self = choices.of("self", "self", "(env.chance(3) ? self : self)");
        String made = method.home() == Home.RECORD ? of(Type.OBJECT, scope, depth) : "";
        return method.call(method.home().receiver(self, method.name(), made), "self", arguments);
    }

    private String leaf(Type type, Scope scope) {
        List<Variable> variables = scope.find(variable -> variable.type() == type);
        if (type == Type.BOOLEAN && choices.percent(60)) {
            return "env.chance(" + (2 + choices.below(3)) + ")";
        }
        return variables.isEmpty() || choices.percent(20) ? choices.of(type.literals) : choices.of(variables).name();
    }

    private String assignment(Type type, Scope scope, int depth) {
        List<Variable> arrays = scope.find(variable -> type.array() != null && variable.type() == type.array());
        if (!arrays.isEmpty() && choices.percent(30)) {
            String operator = type == Type.STRING ? " = " : choices.of(" = ", " += ", " -= ");
            return "(" + choices.of(arrays).name() + "[" + of(Type.INT, scope, depth) + " & 1]" + operator + kept(type, scope, depth) + ")";
        }
        List<Variable> variables = scope.find(variable -> variable.type() == type && variable.isAssignable());
        if (variables.isEmpty()) {
            return leaf(type, scope);
        }
        String name = choices.of(variables).name();
        boolean counts = type.isNumber() || type.isNarrow();
        return switch (choices.below(4)) {
            case 0 -> counts ? "(" + name + choices.of("++", "--") + ")" : "(" + name + " = " + kept(type, scope, depth) + ")";
            case 1 -> counts ? "(" + name + choices.of(" += ", " -= ", " *= ") + of(Type.INT, scope, depth) + ")" : name;
            default -> "(" + name + " = " + kept(type, scope, depth) + ")";
        };
    }

    /** An element, of the type that the method around it emits. */
    String emitted(Scope scope, int depth) {
        Type type = scope.element();
        return (type.isReference() ? "" : "(" + type.text + ") ") + of(type, scope, depth);
    }

    /** An expression whose value is stored. */
    String kept(Type type, Scope scope, int depth) {
        String value = of(type, scope, depth);
        return type == Type.STRING ? "Parts.cut(" + value + ")" : value;
    }

    private String choice(Type type, Scope scope, int depth) {
        String name = fresh("yielded");
        Scope block = scope.withoutJumps();
        String first = type.text + " " + name + " = " + of(type, block, depth) + ";";
        block.add(new Variable(name, type, Variable.Kind.MUTABLE));
        String emitted = scope.mayEmit() && choices.percent(40) ? "emit(" + emitted(block, depth) + "); " : "";
        String second = emitted + name + " = " + of(type, block, depth) + "; yield " + name + ";";
        return "(switch (" + of(Type.INT, scope, depth) + " & 3) { case 0 -> " + of(type, scope, depth)
                + "; case 1 -> { " + first + " " + second + " } default -> " + of(type, scope, depth) + "; })";
    }

    private String operation(Type type, Scope scope, int depth) {
        if (type.isNumber()) {
            return number(type, scope, depth);
        }
        if (type.isNarrow()) {
            return cast(type, Type.INT, scope, depth);
        }
        return type == Type.BOOLEAN ? truth(scope, depth) : references.of(type, scope, depth);
    }

    private String number(Type type, Scope scope, int depth) {
        return switch (choices.below(8)) {
            case 0 -> cast(type, choices.of(Type.NUMBERS), scope, depth);
            case 1 -> "(" + choices.of("-", "+") + " " + of(type, scope, depth) + ")";
            case 2 -> type.array() == null ? leaf(type, scope) : references.element(type, scope, depth);
            case 3 -> type == Type.INT ? wide(scope, depth) : cast(type, choices.of(Type.NARROW), scope, depth);
            case 4 -> type == Type.INT ? lambda(scope, depth) : leaf(type, scope);
            case 5 -> type.isIntegral()
                    ? "(" + of(type, scope, depth) + choices.of(" / 3 + ", " / ", " % 5 ^ ", " & ", " << ") + of(type, scope, depth) + ")"
                    : leaf(type, scope);
            default -> "(" + of(type, scope, depth) + choices.of(" + ", " - ", " * ") + of(type, scope, depth) + ")";
        };
    }

    /** Casts from one primitive type to another; the inner cast unboxes the result of an await. */
    private String cast(Type to, Type from, Scope scope, int depth) {
        return "((" + to.text + ") ((" + from.text + ") " + of(from, scope, depth) + "))";
    }

    /** A new object whose arguments may await, deep inside the arguments of others. */
    String box(Scope scope, int depth) {
        List<Type> parameters = choices.percent(50) ? List.of(Type.INT, Type.LONG, Type.STRING) : List.of(Type.DOUBLE, Type.OBJECT);
        return "new Parts.Box(" + arguments(parameters, scope, depth) + ")";
    }

    private String wide(Scope scope, int depth) {
        return switch (choices.below(4)) {
            case 0, 1 -> box(scope, depth) + ".sum()";
            case 2 -> "(\"\" + " + of(Type.STRING, scope, depth) + ").length()";
            default -> "Parts.mix("
                    + arguments(List.of(Type.INT, Type.LONG, Type.STRING, Type.BOOLEAN, Type.DOUBLE), scope, depth) + ")";
        };
    }

    private String arguments(List<Type> parameters, Scope scope, int depth) {
        return parameters.stream().map(type -> of(type, scope, depth)).collect(Collectors.joining(", "));
    }

    private String lambda(Scope scope, int depth) {
        return "((java.util.function.IntSupplier) () -> " + of(Type.INT, scope.lambda(), depth) + ").getAsInt()";
    }

    private String truth(Scope scope, int depth) {
        Type type = choices.of(Type.NUMBERS);
        return switch (choices.below(4)) {
            case 0 -> "(!" + condition(scope, depth) + ")";
            case 1 -> "(" + condition(scope, depth) + choices.of(" && ", " || ", " ^ ") + condition(scope, depth) + ")";
            case 2 -> "(" + of(Type.OBJECT, scope, depth) + " instanceof String)";
            default -> "(" + of(type, scope, depth) + choices.of(" < ", " <= ", " > ") + of(type, scope, depth) + ")";
        };
    }

    /** Several expressions of any types, for a log or for varargs. */
    String list(Scope scope, int depth) {
        return IntStream.range(0, 1 + choices.below(3))
                .mapToObj(i -> "(Object) " + of(choices.of(Type.ALL), scope, depth))
                .collect(Collectors.joining(", "));
    }
}
