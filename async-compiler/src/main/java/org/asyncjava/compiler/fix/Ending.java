package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;

/** Whether the end of a statement can be reached (JLS 14.22): there a method without a value needs a return, and elsewhere none is allowed. */
final class Ending {
    private Ending() {
    }

    static boolean isReached(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return isReached(block.getStatements());
        }
        if (statement instanceof IfStmt choice) {
            return choice.getElseStmt().isEmpty() || isReached(choice.getThenStmt()) || isReached(choice.getElseStmt().get());
        }
        if (statement instanceof LabeledStmt labelled) {
            return isReached(labelled.getStatement()) || isLeft(labelled);
        }
        if (statement instanceof SwitchStmt choice) {
            return isLeft(choice) || isReached(choice);
        }
        if (statement instanceof SynchronizedStmt held) {
            return isReached(held.getBody());
        }
        if (statement instanceof TryStmt attempt) {
            boolean inside = isReached(attempt.getTryBlock()) || attempt.getCatchClauses().stream().anyMatch(clause -> isReached(clause.getBody()));
            return inside && attempt.getFinallyBlock().map(Ending::isReached).orElse(true);
        }
        return loop(statement);
    }

    private static boolean isReached(NodeList<Statement> statements) {
        return statements.stream().allMatch(Ending::isReached);
    }

    private static boolean loop(Statement statement) {
        if (statement instanceof WhileStmt loop) {
            return !isTrue(loop.getCondition()) || isLeft(loop);
        }
        if (statement instanceof ForStmt loop) {
            return loop.getCompare().filter(condition -> !isTrue(condition)).isPresent() || isLeft(loop);
        }
        if (statement instanceof DoStmt loop) {
            boolean asks = isReached(loop.getBody()) || !OwnNodes.of(loop.getBody(), ContinueStmt.class).isEmpty();
            return asks && !isTrue(loop.getCondition()) || isLeft(loop);
        }
        return !(statement.isReturnStmt() || statement.isThrowStmt() || statement.isBreakStmt() || statement.isContinueStmt() || statement.isYieldStmt());
    }

    private static boolean isTrue(Expression condition) {
        return condition instanceof EnclosedExpr enclosed ? isTrue(enclosed.getInner())
                : condition instanceof BooleanLiteralExpr literal && literal.getValue();
    }

    private static boolean isReached(SwitchStmt choice) {
        NodeList<SwitchEntry> entries = choice.getEntries();
        if (entries.isEmpty() || entries.stream().noneMatch(Ending::makesExhaustive)) {
            return true;
        }
        if (entries.get(0).getType() == SwitchEntry.Type.STATEMENT_GROUP) {
            return isReached(entries.get(entries.size() - 1).getStatements());
        }
        return entries.stream().anyMatch(entry -> isReached(entry.getStatements()));
    }

    private static boolean makesExhaustive(SwitchEntry entry) {
        return entry.isDefault() || entry.getLabels().isEmpty() || entry.getLabels().stream().anyMatch(label -> label.isPatternExpr() || label.isNullLiteralExpr());
    }

    private static boolean isLeft(Statement target) {
        return OwnNodes.of(target, BreakStmt.class).stream().anyMatch(jump -> target(jump) == target);
    }

    private static Node target(BreakStmt jump) {
        for (Node at = jump.getParentNode().orElse(null); at != null; at = at.getParentNode().orElse(null)) {
            boolean isTarget = jump.getLabel().isPresent()
                    ? at instanceof LabeledStmt labelled && labelled.getLabel().equals(jump.getLabel().get())
                    : at instanceof WhileStmt || at instanceof DoStmt || at instanceof ForStmt || at instanceof ForEachStmt || at instanceof SwitchStmt;
            if (isTarget) {
                return at;
            }
        }
        return null;
    }
}
