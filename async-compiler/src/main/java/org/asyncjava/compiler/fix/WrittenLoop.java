package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.List;

/** Writes a loop in place of a call of {@code forEach} whose lambda awaits. */
final class WrittenLoop {
    private WrittenLoop() {
    }

    static List<Fix> of(Place place) {
        return place.frame().orElse(null) instanceof LambdaExpr lambda && lambda.getParentNode().orElse(null) instanceof MethodCallExpr call
                && isLoop(place, call, lambda) ? List.of(fix(place, call, lambda)) : List.of();
    }

    private static boolean isLoop(Place place, MethodCallExpr call, LambdaExpr lambda) {
        return call.getNameAsString().equals("forEach") && call.getArguments().size() == 1 && lambda.getParameters().size() == 1
                && call.getParentNode().filter(ExpressionStmt.class::isInstance).isPresent()
                && call.getScope().filter(scope -> place.meanings().types(scope).contains("java.lang.Iterable")).isPresent()
                && OwnNodes.of(lambda.getBody(), ReturnStmt.class).isEmpty();
    }

    private static Fix fix(Place place, MethodCallExpr call, LambdaExpr lambda) {
        Draft draft = place.draft();
        Lines lines = place.lines();
        Expression elements = call.getScope().orElseThrow();
        String type = lambda.getParameter(0).getType().isUnknownType() ? "var" : place.text(lambda.getParameter(0).getType());
        String head = "for (" + type + " " + lambda.getParameter(0).getNameAsString() + " : " + place.text(elements) + ") ";
        ExpressionStmt statement = (ExpressionStmt) call.getParentNode().orElseThrow();
        if (lambda.getExpressionBody().isPresent()) {
            String indentation = lines.indentation(lines.begin(statement));
            draft.replace(statement, head + "{" + lines.lineEnd() + indentation + lines.step() + place.text(lambda.getExpressionBody().get()) + ";"
                    + lines.lineEnd() + indentation + "}");
        } else {
            draft.change(lines.begin(statement), lines.begin(lambda.getBody()), head);
            draft.change(lines.end(lambda.getBody()), lines.end(statement), "");
        }
        return draft.fix("Write a for loop", Fix.Kind.PREFERRED);
    }
}
