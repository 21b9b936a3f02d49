package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.rules.Marker;

/** Mends what compilers refuse around an await, by what it is said of. */
final class Refused {
    private static final Set<String> AWAITABLES = Set.of(Names.STAGE, Names.AWAITABLE, Names.COROUTINE);

    private final Place place;
    private final Draft draft;

    private Refused(Place place) {
        this.place = place;
        this.draft = place.draft();
    }

    static List<Fix> of(Place place) {
        return new Refused(place).fix(place.node()).stream().toList();
    }

    private Optional<Fix> fix(Node node) {
        if (node instanceof MethodDeclaration method) {
            return method.getBody().flatMap(body -> isGenerator(method) ? Optional.of(ended(body)) : nothing(method).map(nothing -> atEnd(body, nothing)));
        }
        if (node instanceof LambdaExpr lambda) {
            return lambda.getBody() instanceof BlockStmt body ? Optional.of(ended(body)) : Optional.empty();
        }
        if (node instanceof ReturnStmt statement) {
            return place.method().flatMap(this::nothing).map(nothing -> draft.replace(statement, nothing).fix(title(nothing), Fix.Kind.SAFE));
        }
        if (node instanceof Type type) {
            return told(type);
        }
        if (node instanceof SimpleName name && name.getParentNode().orElse(null) instanceof MethodCallExpr call) {
            return place.meanings().marker(call).filter(marker -> marker == Marker.AWAIT).isPresent() ? awaited(call) : given(call);
        }
        return node instanceof Expression value ? made(value) : Optional.empty();
    }

    private boolean isGenerator(MethodDeclaration method) {
        return new Annotated(place, method).with(Names.GENERATOR).isPresent() || GeneratorMark.isAsync(place, method);
    }

    private Optional<String> nothing(MethodDeclaration method) {
        return Results.flavour(place, method).filter(flavour -> Results.isOfVoid(method)).map(flavour -> "return " + flavour.nothing(draft) + ";");
    }

    private Fix ended(BlockStmt body) {
        return atEnd(body, "return " + draft.method(Names.EMIT, "end") + "();");
    }

    private Fix atEnd(BlockStmt body, String statement) {
        ChangedResult.atEnd(place, draft, body, statement);
        return draft.fix(title(statement), Fix.Kind.SAFE);
    }

    private static String title(String statement) {
        return "R" + statement.substring(1, statement.length() - 1);
    }

    private Optional<Fix> made(Expression value) {
        return place.method().flatMap(method -> Results.flavour(place, method)).map(flavour -> {
            String opening = flavour.opening(draft);
            return draft.around(value, opening, ")").fix("Return " + opening + "...)", Fix.Kind.SAFE);
        });
    }

    /** Tells each await of a try statement what it may throw. */
    private Optional<Fix> told(Type exception) {
        return exception.findAncestor(TryStmt.class).map(attempt -> {
            OwnNodes.of(attempt.getTryBlock(), MethodCallExpr.class).stream()
                    .filter(call -> call.getArguments().size() == 1 && place.meanings().marker(call).filter(marker -> marker == Marker.AWAIT).isPresent())
                    .forEach(call -> draft.after(call.getArgument(0), ", " + place.text(exception) + ".class"));
            return draft.fix("Say that the await may throw " + place.text(exception), Fix.Kind.SAFE);
        });
    }

    private Optional<Fix> awaited(MethodCallExpr call) {
        Expression operand = call.getArgument(0);
        if (isAwaitable(operand)) {
            return made(call);
        }
        if (!place.meanings().types(operand).contains("java.util.concurrent.Future")) {
            if (call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent()) {
                return Optional.empty();
            }
            draft.change(place.lines().begin(call), place.lines().begin(operand), "").change(place.lines().end(operand), place.lines().end(call), "");
            return Optional.of(draft.fix("Remove the await", Fix.Kind.PREFERRED));
        }
        boolean mayMove = Captured.mayBe(operand, place) && (operand instanceof NameExpr || operand instanceof MethodCallExpr);
        return mayMove ? Optional.of(draft.around(operand, draft.method(Names.COROUTINES, "toThread") + "(() -> ", ".get())")
                .fix("Wait for it in another thread", Fix.Kind.PREFERRED)) : Optional.empty();
    }

    private boolean isAwaitable(Expression operand) {
        return place.meanings().types(operand).stream().anyMatch(AWAITABLES::contains) || operand instanceof NameExpr name && place.meanings()
                .variableType(name.getNameAsString(), name).map(place.meanings()::className).filter(AWAITABLES::contains).isPresent();
    }

    /** What a method of the runtime is given: stages in place of awaitables, or code that makes no coroutine. */
    private Optional<Fix> given(MethodCallExpr call) {
        List<Expression> stages = call.getArguments().stream().filter(argument -> place.meanings().types(argument).contains(Names.STAGE)).toList();
        if (!stages.isEmpty()) {
            stages.forEach(stage -> draft.around(stage, draft.method(Names.COROUTINES, "from") + "(", ")"));
            return Optional.of(draft.fix("Wrap it with from(...)", Fix.Kind.SAFE));
        }
        return call.getArguments().stream().filter(LambdaExpr.class::isInstance).map(LambdaExpr.class::cast).findFirst().flatMap(this::code);
    }

    private Optional<Fix> code(LambdaExpr lambda) {
        if (lambda.getExpressionBody().isPresent()) {
            String opening = Flavour.COROUTINE.opening(draft);
            return Optional.of(draft.around(lambda.getExpressionBody().get(), opening, ")").fix("Make it " + opening + "...)", Fix.Kind.SAFE));
        }
        return lambda.getBody() instanceof BlockStmt body && Ending.isReached(body)
                ? Optional.of(atEnd(body, "return " + Flavour.COROUTINE.nothing(draft) + ";")) : Optional.empty();
    }
}
