package org.asyncjava.compiler.tree;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** The literals {@code null} that code returns, but not the lambdas and classes in it. */
final class NullReturns extends TreeScanner<Void, Void> {
    private final List<Tree> found = new ArrayList<>();

    private NullReturns() {
    }

    static List<Tree> in(Tree code) {
        NullReturns returns = new NullReturns();
        returns.scan(code, null);
        return returns.found;
    }

    @Override
    public Void visitReturn(ReturnTree statement, Void none) {
        result(statement.getExpression());
        return super.visitReturn(statement, none);
    }

    private void result(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree parentheses) {
            result(parentheses.getExpression());
        } else if (expression instanceof TypeCastTree cast) {
            result(cast.getExpression());
        } else if (expression instanceof ConditionalExpressionTree choice) {
            result(choice.getTrueExpression());
            result(choice.getFalseExpression());
        } else if (expression != null && expression.getKind() == Tree.Kind.NULL_LITERAL) {
            found.add(expression);
        }
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
        return null;
    }
}
