package org.asyncjava.compiler.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;

/** Whether the end of a statement can be reached (JLS 14.22), for certain: of loops, switches and labels nothing is said. */
final class Completion {
    private Completion() {
    }

    static boolean isCertain(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return isCertain(block.getStatements());
        }
        if (statement instanceof IfStmt choice) {
            return choice.getElseStmt().isEmpty() || isCertain(choice.getThenStmt()) || isCertain(choice.getElseStmt().get());
        }
        if (statement instanceof SynchronizedStmt held) {
            return isCertain(held.getBody());
        }
        if (statement instanceof TryStmt attempt) {
            boolean inside = isCertain(attempt.getTryBlock()) || attempt.getCatchClauses().stream().anyMatch(clause -> isCertain(clause.getBody()));
            return inside && attempt.getFinallyBlock().map(Completion::isCertain).orElse(true);
        }
        return statement instanceof ExpressionStmt || statement.isForEachStmt() || statement.isAssertStmt() || statement.isEmptyStmt();
    }

    private static boolean isCertain(NodeList<Statement> statements) {
        return statements.isEmpty() || isCertain(statements.get(statements.size() - 1));
    }
}
