package org.asyncjava.compiler.tree;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.function.Function;
import org.asyncjava.rules.flow.Condition;

/** What the operators of a condition make of its parts. */
final class Conditions {
    private Conditions() {
    }

    /** A condition; what is no operator is given by {@code leaves}. */
    static Condition<Tree> of(Tree tree, Function<Tree, Condition<Tree>> leaves) {
        if (tree instanceof ParenthesizedTree inner) {
            return of(inner.getExpression(), leaves);
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return new Condition.Choice<>(of(choice.getCondition(), leaves), of(choice.getTrueExpression(), leaves),
                    of(choice.getFalseExpression(), leaves));
        }
        return switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT -> new Condition.Not<>(of(((UnaryTree) tree).getExpression(), leaves));
            case CONDITIONAL_AND -> new Condition.And<>(left(tree, leaves), right(tree, leaves));
            case CONDITIONAL_OR -> new Condition.Or<>(left(tree, leaves), right(tree, leaves));
            case BOOLEAN_LITERAL -> new Condition.Constant<>((boolean) ((LiteralTree) tree).getValue());
            default -> leaves.apply(tree);
        };
    }

    private static Condition<Tree> left(Tree tree, Function<Tree, Condition<Tree>> leaves) {
        return of(((BinaryTree) tree).getLeftOperand(), leaves);
    }

    private static Condition<Tree> right(Tree tree, Function<Tree, Condition<Tree>> leaves) {
        return of(((BinaryTree) tree).getRightOperand(), leaves);
    }
}
