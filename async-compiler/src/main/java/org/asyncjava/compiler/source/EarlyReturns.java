package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.flow.Effect;

/** The calls whose results a method or lambda returns as they are, where something is to be done when it is left. */
final class EarlyReturns {
    private final Calls calls;
    private final List<MethodCallExpr> guarded = new ArrayList<>();
    private final List<MethodCallExpr> others = new ArrayList<>();
    private int guards;
    /** Whether the innermost switch expression is what is returned. */
    private boolean yieldReturns;

    private EarlyReturns(Calls calls) {
        this.calls = calls;
    }

    static List<MethodCallExpr> in(Node body, Names names, Calls calls) {
        EarlyReturns scan = new EarlyReturns(calls);
        scan.scan(body);
        if (!scan.others.isEmpty() && OwnCode.has(body, node -> node instanceof MethodCallExpr call && calls.effect(call, Locks.ALL) == Effect.RELEASES)) {
            Set<MethodCallExpr> held = Collections.newSetFromMap(new IdentityHashMap<>());
            held.addAll(FlowScan.of(body, call -> calls.effect(call, Locks.ALL), names::isThrowable).mayBeTaken());
            scan.others.stream().filter(held::contains).forEach(scan.guarded::add);
        }
        return scan.guarded;
    }

    private void scan(Node node) {
        if (node instanceof TryStmt attempt) {
            attempt(attempt);
            return;
        }
        boolean outer = yieldReturns;
        if (node instanceof ReturnStmt jump) {
            jump.getExpression().ifPresent(this::returned);
        } else if (node instanceof YieldStmt jump && yieldReturns) {
            returned(jump.getExpression());
        } else if (node instanceof SwitchExpr choice) {
            yieldReturns = isReturned(choice, outer);
        } else if (node instanceof SwitchEntry entry && yieldReturns && entry.getType() == SwitchEntry.Type.EXPRESSION) {
            returned(((ExpressionStmt) entry.getStatement(0)).getExpression());
        }
        node.getChildNodes().stream().filter(child -> !OwnCode.beginsOther(node, child)).forEach(this::scan);
        yieldReturns = outer;
    }

    private void returned(Expression value) {
        if (value instanceof EnclosedExpr inner) {
            returned(inner.getInner());
        } else if (value instanceof CastExpr cast) {
            returned(cast.getExpression());
        } else if (value instanceof ConditionalExpr choice) {
            returned(choice.getThenExpr());
            returned(choice.getElseExpr());
        } else if (value instanceof MethodCallExpr call && calls.asyncResult(call).isPresent()) {
            (guards > 0 ? guarded : others).add(call);
        }
    }

    private static boolean isReturned(Node value, boolean yieldReturns) {
        Node around = value.getParentNode().orElseThrow();
        if (around instanceof EnclosedExpr || around instanceof CastExpr
                || around instanceof ConditionalExpr choice && choice.getCondition() != value) {
            return isReturned(around, yieldReturns);
        }
        boolean isCase = around instanceof ExpressionStmt && around.getParentNode().orElse(null) instanceof SwitchEntry;
        return around instanceof ReturnStmt || yieldReturns && (around instanceof YieldStmt || isCase);
    }

    private void attempt(TryStmt attempt) {
        int cleanups = attempt.getFinallyBlock().map(BlockStmt::isEmpty).orElse(true) ? 0 : 1;
        attempt.getResources().forEach(this::scan);
        int around = guards;
        guards = around + cleanups + attempt.getResources().size() + attempt.getCatchClauses().size();
        scan(attempt.getTryBlock());
        guards = around + cleanups;
        attempt.getCatchClauses().forEach(this::scan);
        guards = around;
        attempt.getFinallyBlock().ifPresent(this::scan);
    }
}
