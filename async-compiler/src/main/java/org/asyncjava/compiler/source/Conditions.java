package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.function.Function;
import org.asyncjava.rules.flow.Condition;

/** What the operators of a condition make of its parts. */
final class Conditions {
    private Conditions() {
    }

    /** Whether the right side of an operator counts only if the left one came out in some way. */
    static boolean isConnective(BinaryExpr operation) {
        return operation.getOperator() == BinaryExpr.Operator.AND || operation.getOperator() == BinaryExpr.Operator.OR;
    }

    /** A condition; what is no operator is given by {@code leaves}. */
    static Condition<Node> of(Expression expression, Function<Expression, Condition<Node>> leaves) {
        if (expression instanceof EnclosedExpr inner) {
            return of(inner.getInner(), leaves);
        }
        if (expression instanceof UnaryExpr negation && negation.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return new Condition.Not<>(of(negation.getExpression(), leaves));
        }
        if (expression instanceof BinaryExpr both && isConnective(both)) {
            Condition<Node> left = of(both.getLeft(), leaves);
            Condition<Node> right = of(both.getRight(), leaves);
            return both.getOperator() == BinaryExpr.Operator.AND ? new Condition.And<>(left, right) : new Condition.Or<>(left, right);
        }
        if (expression instanceof ConditionalExpr choice) {
            return new Condition.Choice<>(of(choice.getCondition(), leaves), of(choice.getThenExpr(), leaves), of(choice.getElseExpr(), leaves));
        }
        return expression instanceof BooleanLiteralExpr literal ? new Condition.Constant<>(literal.getValue()) : leaves.apply(expression);
    }
}
