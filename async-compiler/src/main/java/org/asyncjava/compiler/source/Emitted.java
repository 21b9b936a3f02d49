package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.rules.Misuse;
import org.asyncjava.rules.Violation;

/** Whether what a generator emits can be one of its elements, where both are types of the JDK that the source tells of; lambdas do not. */
final class Emitted {
    private static final Map<String, String> BOXES = Map.of("boolean", "java.lang.Boolean", "char", "java.lang.Character", "byte", "java.lang.Byte",
            "short", "java.lang.Short", "int", "java.lang.Integer", "long", "java.lang.Long", "float", "java.lang.Float", "double", "java.lang.Double");

    private final Names names;
    private final Hierarchy hierarchy;
    private final Promised promised;

    Emitted(Names names, Hierarchy hierarchy, Promised promised) {
        this.names = names;
        this.hierarchy = hierarchy;
        this.promised = promised;
    }

    Optional<Violation> violation(MethodCallExpr call, Misuse at) {
        Optional<String> element = elementAround(call);
        Optional<String> value = element.isPresent() ? valueOf(call.getArgument(0)) : Optional.empty();
        return value.filter(type -> !isA(type, element.get())).map(type -> at.emitted(type, element.get()));
    }

    private Optional<String> valueOf(Expression value) {
        return promised.value(value);
    }

    private boolean isA(String value, String element) {
        Set<String> types = hierarchy.types(BOXES.getOrDefault(value, value).replace('.', '/'));
        return types.isEmpty() || types.contains(element.replace('.', '/'));
    }

    private Optional<String> elementAround(Node emit) {
        for (Node at = emit; at != null && !(at instanceof LambdaExpr); at = at.getParentNode().orElse(null)) {
            if (at instanceof MethodDeclaration method) {
                return elementOf(method.getType());
            }
        }
        return Optional.empty();
    }

    /** Of a type argument that is a class of the JDK without type arguments of its own. */
    private Optional<String> elementOf(Type result) {
        return result.toClassOrInterfaceType().flatMap(ClassOrInterfaceType::getTypeArguments).filter(arguments -> arguments.size() == 1)
                .flatMap(arguments -> arguments.get(0).toClassOrInterfaceType()).filter(argument -> !names.isTypeVariable(argument))
                .map(names::internalName).filter(element -> element.startsWith("java/") && hierarchy.exists(element)).map(element -> element.replace('/', '.'));
    }
}
