package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.List;
import java.util.Optional;
import org.asyncjava.compiler.source.Meanings;

/** Makes results of what an async method returns as it is: the value of a call that is done later, and null. */
final class Results {
    private Results() {
    }

    /** A call whose result is returned before it is done. */
    static List<Fix> ofCalls(Place place) {
        Node call = place.node().getParentNode().orElseThrow();
        return call instanceof MethodCallExpr returned && returned.getName() == place.node() ? flavour(place, returned).map(flavour -> {
            Draft draft = place.draft();
            draft.around(returned, flavour.opening(draft) + draft.method(Names.AWAIT, "await") + "(", "))");
            return List.of(draft.fix("Await " + returned.getNameAsString() + " and return its value", Fix.Kind.SAFE));
        }).orElse(List.of()) : List.of();
    }

    /** What the method, or the lambda, returns: of a lambda what others of its returns say, or what the call yields. */
    private static Optional<Flavour> flavour(Place place, MethodCallExpr returned) {
        Meanings meanings = place.meanings();
        return place.method().isPresent() ? declared(place) : ofLambda(place).or(() -> meanings.asyncResult(returned).flatMap(Flavour::of));
    }

    private static Optional<Flavour> declared(Place place) {
        return place.method().flatMap(method -> flavour(place, method));
    }

    /** Of a method that declares the class itself, and no type variable. */
    static Optional<Flavour> flavour(Place place, MethodDeclaration method) {
        return place.meanings().asyncResult(method).flatMap(Flavour::of)
                .filter(flavour -> method.getType() instanceof ClassOrInterfaceType named && named.getNameAsString().equals(flavour.display()));
    }

    private static Optional<Flavour> ofLambda(Place place) {
        return place.frame().filter(LambdaExpr.class::isInstance).flatMap(lambda -> OwnNodes.of(((LambdaExpr) lambda).getBody(), ReturnStmt.class).stream()
                .flatMap(statement -> statement.getExpression().stream()).filter(MethodCallExpr.class::isInstance)
                .flatMap(value -> place.meanings().asyncResult((MethodCallExpr) value).flatMap(Flavour::of).stream()).findFirst());
    }

    /** A literal null. */
    static List<Fix> ofNull(Place place) {
        return place.node() instanceof NullLiteralExpr && place.method().isPresent()
                ? declared(place).map(flavour -> List.of(nothing(place, flavour, place.method().get()))).orElse(List.of()) : List.of();
    }

    private static Fix nothing(Place place, Flavour flavour, MethodDeclaration method) {
        Draft draft = place.draft();
        String nothing = flavour == Flavour.COROUTINE && !isOfVoid(method) ? flavour.opening(draft) + "null)" : flavour.nothing(draft);
        return draft.replace(cast(place.node()), nothing).fix("Return " + nothing, Fix.Kind.SAFE);
    }

    /** With the casts around it, which would keep the compiler from finding its type. */
    private static Node cast(Node value) {
        Node outermost = value;
        for (Node at = value; at instanceof CastExpr || at instanceof EnclosedExpr || at == value; at = at.getParentNode().orElseThrow()) {
            outermost = at instanceof CastExpr ? at : outermost;
        }
        return outermost;
    }

    static boolean isOfVoid(MethodDeclaration method) {
        return method.getType().toClassOrInterfaceType().flatMap(type -> type.getTypeArguments())
                .filter(arguments -> arguments.size() == 1 && arguments.get(0).asString().equals("Void")).isPresent();
    }
}
