package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asyncjava.rules.Callee;
import org.asyncjava.rules.LockCall;

/**
 * The awaits in a method or lambda that may hold a {@code java.util.concurrent.locks.Lock}: the last call of one before them was
 * {@code lock()}. Which of several locks it is does not matter.
 */
final class LockedAwaits {
    /** Operators of which the right side counts only if the left one came out in some way. */
    private static final Map<BinaryExpr.Operator, Boolean> CONNECTIVES = Map.of(BinaryExpr.Operator.AND, true, BinaryExpr.Operator.OR, false);

    private final Calls calls;
    private final List<MethodCallExpr> found = new ArrayList<>();
    private boolean held;
    private boolean heldSinceTry;

    private LockedAwaits(Calls calls) {
        this.calls = calls;
    }

    static List<MethodCallExpr> in(Node body, Calls calls) {
        LockedAwaits scan = new LockedAwaits(calls);
        scan.scan(body);
        return scan.found;
    }

    private void scan(Node node) {
        if (node instanceof IfStmt choice) {
            choice(choice);
        } else if (node instanceof WhileStmt loop) {
            loop(loop);
        } else if (node instanceof TryStmt attempt) {
            attempt(attempt);
        } else {
            boolean before = held;
            node.getChildNodes().stream().filter(child -> !OwnCode.beginsOther(node, child)).forEach(this::scan);
            if (node instanceof BlockStmt block && endsInJump(block)) {
                held = before;
            }
        }
        if (node instanceof MethodCallExpr call) {
            call(call);
        }
    }

    private void call(MethodCallExpr call) {
        if (calls.isAwait(call)) {
            if (held) {
                found.add(call);
            }
        } else if (LockCall.acquires(call.getNameAsString()) || LockCall.releases(call.getNameAsString())) {
            calls.callee(call).filter(callee -> callee.types().contains(LockCall.TYPE)).ifPresent(this::apply);
        }
    }

    private void apply(Callee callee) {
        held = LockCall.acquires(callee.name());
        heldSinceTry = heldSinceTry || held;
    }

    private void choice(IfStmt choice) {
        scan(choice.getCondition());
        boolean before = held;
        enter(choice.getCondition(), true, before);
        scan(choice.getThenStmt());
        boolean afterThen = held && !endsInJump(choice.getThenStmt());
        enter(choice.getCondition(), false, before);
        choice.getElseStmt().ifPresent(this::scan);
        held = afterThen || held;
    }

    private void loop(WhileStmt loop) {
        scan(loop.getCondition());
        boolean before = held;
        enter(loop.getCondition(), true, before);
        scan(loop.getBody());
        enter(loop.getCondition(), false, before || held);
    }

    /** What is held where a condition has come out in some way. */
    private void enter(Expression condition, boolean outcome, boolean before) {
        held = before || acquires(condition, outcome);
        heldSinceTry = heldSinceTry || held;
    }

    private boolean acquires(Expression condition, boolean outcome) {
        if (condition instanceof EnclosedExpr inner) {
            return acquires(inner.getInner(), outcome);
        }
        if (condition instanceof UnaryExpr negation && negation.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return acquires(negation.getExpression(), !outcome);
        }
        if (condition instanceof BinaryExpr both && CONNECTIVES.containsKey(both.getOperator())) {
            return acquires(both.getLeft(), outcome) || acquires(both.getRight(), outcome)
                    || outcome != CONNECTIVES.get(both.getOperator()) && acquires(both.getLeft(), !outcome);
        }
        return outcome && condition instanceof MethodCallExpr call && LockCall.tries(call.getNameAsString())
                && calls.callee(call).filter(callee -> callee.types().contains(LockCall.TYPE)).isPresent();
    }

    private static boolean endsInJump(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return !block.isEmpty() && endsInJump(block.getStatement(block.getStatements().size() - 1));
        }
        return statement instanceof ReturnStmt || statement instanceof ThrowStmt || statement instanceof BreakStmt
                || statement instanceof ContinueStmt;
    }

    /** An exception can come from any place in the block. */
    private void attempt(TryStmt attempt) {
        boolean outer = heldSinceTry;
        heldSinceTry = held;
        attempt.getResources().forEach(this::scan);
        scan(attempt.getTryBlock());
        boolean onException = heldSinceTry;
        boolean after = held;
        for (CatchClause clause : attempt.getCatchClauses()) {
            held = onException;
            scan(clause);
            after = after || held;
        }
        held = after;
        attempt.getFinallyBlock().ifPresent(this::scan);
        heldSinceTry = outer || onException;
    }
}
