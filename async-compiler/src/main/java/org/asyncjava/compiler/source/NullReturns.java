package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.ArrayList;
import java.util.List;

/** The literals {@code null} that code returns, but not the lambdas and classes in it. */
final class NullReturns {
    private final List<Node> found = new ArrayList<>();

    private NullReturns() {
    }

    static List<Node> in(Node code) {
        NullReturns returns = new NullReturns();
        returns.scan(code);
        return returns.found;
    }

    private void scan(Node node) {
        if (node instanceof ReturnStmt statement) {
            statement.getExpression().ifPresent(this::result);
        }
        node.getChildNodes().stream().filter(child -> !OwnCode.beginsOther(node, child)).forEach(this::scan);
    }

    private void result(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            result(enclosed.getInner());
        } else if (expression instanceof CastExpr cast) {
            result(cast.getExpression());
        } else if (expression instanceof ConditionalExpr choice) {
            result(choice.getThenExpr());
            result(choice.getElseExpr());
        } else if (expression instanceof NullLiteralExpr) {
            found.add(expression);
        }
    }
}
