package org.asyncjava.compiler.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What expressions promise: those that stand for a later value, and the value that they stand for. What is not certain is not answered. */
final class Promised {
    private static final Set<String> RESULTS = Set.of("java/util/concurrent/CompletionStage", "org/asyncjava/Awaitable",
            "org/asyncjava/runtime/Coroutine");

    private static final String TEXT = "java.lang.String";

    private final Names names;
    private final SourceCalls calls;
    private final Hierarchy hierarchy;

    Promised(Names names, SourceCalls calls, Hierarchy hierarchy) {
        this.names = names;
        this.calls = calls;
        this.hierarchy = hierarchy;
    }

    /** Whether a class is one that can be awaited. */
    boolean isResult(String internalName) {
        return RESULTS.contains(internalName) || hierarchy.types(internalName).stream().anyMatch(RESULTS::contains);
    }

    /**
     * The type of an expression that can be no result: a literal, something computed, or a variable or call of a type of the JDK. What a call
     * yields may be of any subclass of what its erased descriptor says, which is of use only if there is none.
     */
    Optional<String> value(Expression expression) {
        if (expression instanceof StringLiteralExpr || expression instanceof TextBlockLiteralExpr) {
            return Optional.of(TEXT);
        }
        if (expression instanceof LiteralExpr literal) {
            return literal.isNullLiteralExpr() ? Optional.empty() : Optional.of(primitive(literal));
        }
        if (expression instanceof BinaryExpr sum) {
            return value(sum.getLeft()).filter(TEXT::equals).or(() -> value(sum.getRight()).filter(TEXT::equals));
        }
        Optional<Type> declared = declared(expression);
        if (declared.filter(Type::isPrimitiveType).isPresent()) {
            return declared.map(Type::asString);
        }
        Optional<String> written = declared.filter(type -> type instanceof ClassOrInterfaceType named && !named.asString().equals("var")
                && !names.isTypeVariable(named)).map(names::internalName);
        return written.or(() -> declared.isPresent() ? Optional.empty() : calls.types().typeOf(expression).filter(hierarchy::isFinal))
                .filter(type -> type.startsWith("java/") && hierarchy.exists(type) && !isResult(type)).map(type -> type.replace('/', '.'));
    }

    private static String primitive(LiteralExpr literal) {
        return literal.isBooleanLiteralExpr() ? "boolean" : literal.isCharLiteralExpr() ? "char" : literal.isLongLiteralExpr() ? "long"
                : literal.isDoubleLiteralExpr() ? "double" : "int";
    }

    boolean isPlainFuture(String type) {
        return hierarchy.types(type.replace('.', '/')).contains("java/util/concurrent/Future");
    }

    /** Whether an await of an expression yields what is certainly no result itself. */
    boolean yieldsValue(Expression operand) {
        return declared(operand).filter(type -> type instanceof ClassOrInterfaceType named && isResult(names.internalName(named))
                && named.getTypeArguments().filter(arguments -> arguments.size() == 1 && isValue(arguments.get(0))).isPresent()).isPresent();
    }

    private boolean isValue(Type argument) {
        String name = names.internalName(argument);
        return argument instanceof ClassOrInterfaceType named && !names.isTypeVariable(named) && hierarchy.exists(name) && name.startsWith("java/")
                && !isResult(name);
    }

    /** As it is written where a variable, or a method of the same class that has no overloads, is declared. */
    private Optional<Type> declared(Expression expression) {
        if (expression instanceof NameExpr name) {
            return Variables.find(name.getNameAsString(), name).flatMap(Variables.Variable::type);
        }
        if (!(expression instanceof MethodCallExpr call) || call.getScope().isPresent()) {
            return Optional.empty();
        }
        List<MethodDeclaration> methods = call.findAncestor(TypeDeclaration.class)
                .map(type -> ((TypeDeclaration<?>) type).getMethodsByName(call.getNameAsString())).orElse(List.of());
        return methods.size() == 1 && methods.get(0).getTypeParameters().isEmpty() ? Optional.of(methods.get(0).getType()) : Optional.empty();
    }
}
