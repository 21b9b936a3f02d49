package org.asyncjava.it.random;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates expressions of reference types. */
final class References {
    private final Choices choices;
    private final Expressions expressions;

    References(Choices choices, Expressions expressions) {
        this.choices = choices;
        this.expressions = expressions;
    }

    String of(Type type, Scope scope, int depth) {
        return switch (type) {
            case STRING -> string(scope, depth);
            case OBJECT -> object(scope, depth);
            default -> array(type, scope, depth);
        };
    }

    private String string(Scope scope, int depth) {
        return switch (choices.below(6)) {
            case 0 -> "Parts.join(" + expressions.of(Type.OBJECT, scope, depth) + ", " + expressions.of(Type.CHAR, scope, depth) + ", "
                    + expressions.list(scope, depth) + ")";
            case 1 -> "new StringBuilder(\"b\").append(" + cast(scope, depth) + ").append(" + cast(scope, depth) + ").toString()";
            case 2 -> "String.valueOf((Object) " + expressions.of(choices.of(printable()), scope, depth) + ")";
            case 3 -> "(" + element(Type.STRING, scope, depth) + ")";
            default -> "(\"\" + " + IntStream.range(0, 2 + choices.below(2))
                    .mapToObj(i -> expressions.of(choices.of(printable()), scope, depth)).collect(Collectors.joining(" + ")) + ")";
        };
    }

    /** An expression whose type tells overloads apart. */
    private String cast(Scope scope, int depth) {
        Type type = choices.of(printable());
        return "(" + type.text + ") " + expressions.of(type, scope, depth);
    }

    private String object(Scope scope, int depth) {
        String value = switch (choices.below(8)) {
            case 0, 1 -> expressions.box(scope, depth);
            case 2 -> "new Parts.Pair(" + expressions.of(Type.OBJECT, scope, depth) + ", " + expressions.of(Type.INT, scope, depth) + ")";
            case 3 -> "new Parts.Named(" + expressions.of(Type.STRING, scope, depth) + ") { @Override String kind() { return \"odd\"; } }";
            default -> expressions.of(choices.of(printable()), scope, depth);
        };
        return "((Object) " + value + ")";
    }

    private String array(Type type, Scope scope, int depth) {
        Type element = type.element();
        return "new " + type.text + " {" + expressions.of(element, scope, depth) + ", " + expressions.of(element, scope, depth) + "}";
    }

    /** An element of an array, mostly one that is there; sometimes of an array of arrays. */
    String element(Type type, Scope scope, int depth) {
        String index = "[" + expressions.of(Type.INT, scope, depth) + (choices.percent(95) ? " & 1" : " & 3") + "]";
        String array = expressions.of(type.array(), scope, depth);
        if (choices.percent(15)) {
            String second = expressions.of(type.array(), scope, depth);
            return "(new " + type.array().text + "[] {" + array + ", " + second + "})[" + expressions.of(Type.INT, scope, depth) + " & 1]" + index;
        }
        return (array.startsWith("new ") ? "(" + array + ")" : array) + index;
    }

    /** Types whose text is the same in every run. */
    private static List<Type> printable() {
        return List.of(Type.INT, Type.LONG, Type.DOUBLE, Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.STRING, Type.FLOAT, Type.SHORT);
    }
}
