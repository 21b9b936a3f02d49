package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.compiler.source.Meanings;
import org.asyncjava.rules.Marker;

/** The cast that a value needs where it was of a primitive type and is boxed now: {@code long} takes an {@code int}, {@code Long} does not. */
final class Conversion {
    private static final Map<String, String> BOXED = Map.of("Integer", "int", "Long", "long", "Boolean", "boolean", "Double", "double",
            "Float", "float", "Short", "short", "Byte", "byte", "Character", "char");
    private static final Map<String, String> DESCRIPTORS = Map.of("I", "int", "J", "long", "Z", "boolean", "D", "double", "F", "float", "S", "short",
            "B", "byte", "C", "char");
    /** In the order in which operands widen each other. */
    private static final List<String> WIDENING = List.of("int", "long", "float", "double");
    /** Of an expression of which nothing is known. */
    private static final Set<String> LIKELY = Set.of("int", "boolean");

    private final Meanings meanings;

    Conversion(Meanings meanings) {
        this.meanings = meanings;
    }

    /** The cast, with parentheses, that goes in front of a value; empty if it needs none. */
    String castTo(Type result, Expression value) {
        if (!(result instanceof PrimitiveType primitive)) {
            return "";
        }
        String wanted = primitive.asString();
        Optional<String> known = type(value);
        return known.map(wanted::equals).orElse(LIKELY.contains(wanted)) ? "" : "(" + wanted + ") ";
    }

    /** Whether a cast in front of an expression would be of a part of it alone. */
    static boolean isLoose(Expression value) {
        return value instanceof BinaryExpr || value instanceof ConditionalExpr || value instanceof AssignExpr || value instanceof InstanceOfExpr
                || value.isSwitchExpr();
    }

    private Optional<String> type(Expression value) {
        if (value instanceof EnclosedExpr enclosed) {
            return type(enclosed.getInner());
        }
        if (value instanceof LiteralExpr literal) {
            return Optional.of(literal(literal));
        }
        if (value instanceof CastExpr cast) {
            return primitive(cast.getType());
        }
        if (value instanceof NameExpr name) {
            return meanings.variableType(name.getNameAsString(), name).flatMap(Conversion::primitive);
        }
        if (value instanceof MethodCallExpr call) {
            return call(call);
        }
        if (value instanceof ConditionalExpr choice) {
            Optional<String> one = type(choice.getThenExpr());
            return one.equals(type(choice.getElseExpr())) ? one : Optional.empty();
        }
        return value instanceof BinaryExpr operation ? binary(operation) : value instanceof UnaryExpr operation ? unary(operation) : Optional.empty();
    }

    private static String literal(LiteralExpr literal) {
        if (literal.isDoubleLiteralExpr()) {
            return literal.toString().toLowerCase(java.util.Locale.ROOT).endsWith("f") ? "float" : "double";
        }
        return literal.isBooleanLiteralExpr() ? "boolean" : literal.isCharLiteralExpr() ? "char" : literal.isLongLiteralExpr() ? "long"
                : literal.isIntegerLiteralExpr() ? "int" : "";
    }

    private static Optional<String> primitive(Type type) {
        return type.isPrimitiveType() ? Optional.of(type.asString()) : Optional.ofNullable(BOXED.get(Names.simple(type.asString())));
    }

    private Optional<String> call(MethodCallExpr call) {
        if (meanings.marker(call).filter(marker -> marker == Marker.AWAIT).isPresent()) {
            return call.getArgument(0) instanceof NameExpr name ? meanings.variableType(name.getNameAsString(), name).flatMap(Conversion::argument)
                    : Optional.empty();
        }
        Set<String> results = meanings.results(call);
        return results.size() == 1 ? Optional.ofNullable(DESCRIPTORS.get(results.iterator().next())) : Optional.empty();
    }

    private static Optional<String> argument(Type type) {
        return type instanceof ClassOrInterfaceType named
                ? named.getTypeArguments().filter(arguments -> arguments.size() == 1).flatMap(arguments -> primitive(arguments.get(0))) : Optional.empty();
    }

    private Optional<String> binary(BinaryExpr operation) {
        return switch (operation.getOperator()) {
            case OR, AND, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> Optional.of("boolean");
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> type(operation.getLeft()).map(Conversion::promoted);
            default -> type(operation.getLeft()).flatMap(left -> type(operation.getRight()).map(right -> wider(left, right)));
        };
    }

    private static String wider(String left, String right) {
        return left.equals("boolean") ? left : WIDENING.get(Math.max(WIDENING.indexOf(promoted(left)), WIDENING.indexOf(promoted(right))));
    }

    private static String promoted(String type) {
        return WIDENING.contains(type) ? type : "int";
    }

    private Optional<String> unary(UnaryExpr operation) {
        return switch (operation.getOperator()) {
            case LOGICAL_COMPLEMENT -> Optional.of("boolean");
            case PLUS, MINUS, BITWISE_COMPLEMENT -> type(operation.getExpression()).map(Conversion::promoted);
            default -> type(operation.getExpression());
        };
    }
}
