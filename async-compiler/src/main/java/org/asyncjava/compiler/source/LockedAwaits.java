package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.rules.Callee;
import org.asyncjava.rules.LockCall;

/**
 * The awaits in a method or lambda that may hold a {@code java.util.concurrent.locks.Lock}: the last call of one before them was
 * {@code lock()}. Which of several locks it is does not matter.
 */
final class LockedAwaits {
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
        scan(choice.getThenStmt());
        boolean afterThen = endsInJump(choice.getThenStmt()) ? before : held;
        held = before;
        choice.getElseStmt().ifPresent(this::scan);
        held = afterThen || held;
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
