package org.asyncjava.compiler.tree;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;

/** Whether the end of a statement can be reached (JLS 14.22), for certain: of loops, switches and labels nothing is said. */
final class Completion {
    private Completion() {
    }

    static boolean isCertain(StatementTree statement) {
        if (statement instanceof BlockTree block) {
            return isCertain(block.getStatements());
        }
        if (statement instanceof IfTree choice) {
            return choice.getElseStatement() == null || isCertain(choice.getThenStatement()) || isCertain(choice.getElseStatement());
        }
        if (statement instanceof SynchronizedTree held) {
            return isCertain(held.getBlock());
        }
        if (statement instanceof TryTree attempt) {
            boolean inside = isCertain(attempt.getBlock()) || attempt.getCatches().stream().anyMatch(clause -> isCertain(clause.getBlock()));
            return inside && (attempt.getFinallyBlock() == null || isCertain(attempt.getFinallyBlock()));
        }
        return statement instanceof ExpressionStatementTree || statement instanceof VariableTree || statement instanceof EnhancedForLoopTree
                || statement instanceof AssertTree || statement instanceof EmptyStatementTree;
    }

    private static boolean isCertain(List<? extends StatementTree> statements) {
        return statements.isEmpty() || isCertain(statements.get(statements.size() - 1));
    }
}
