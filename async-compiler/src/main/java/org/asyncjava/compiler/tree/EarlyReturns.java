package org.asyncjava.compiler.tree;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.flow.Effect;

/** The calls whose results a method or lambda returns as they are, where something is to be done when it is left. */
final class EarlyReturns extends TreePathScanner<Void, Void> {
    private final Calls calls;
    private final List<MethodInvocationTree> guarded = new ArrayList<>();
    private final List<MethodInvocationTree> others = new ArrayList<>();
    private int guards;
    /** Whether the innermost switch expression is what is returned. */
    private boolean yieldReturns;

    private EarlyReturns(Calls calls) {
        this.calls = calls;
    }

    static List<MethodInvocationTree> in(TreePath body, Symbols symbols, Calls calls) {
        EarlyReturns scan = new EarlyReturns(calls);
        scan.scan(body, null);
        if (!scan.others.isEmpty() && OwnCode.calls(body, call -> calls.effect(call, Locks.ALL) == Effect.RELEASES)) {
            Set<MethodInvocationTree> held = Collections.newSetFromMap(new IdentityHashMap<>());
            held.addAll(FlowScan.of(body, call -> calls.effect(call, Locks.ALL), symbols::isThrowable).mayBeTaken());
            scan.others.stream().filter(held::contains).forEach(scan.guarded::add);
        }
        return scan.guarded;
    }

    @Override
    public Void visitReturn(ReturnTree jump, Void none) {
        returned(jump.getExpression());
        return super.visitReturn(jump, none);
    }

    private void returned(Tree value) {
        if (value instanceof ParenthesizedTree inner) {
            returned(inner.getExpression());
        } else if (value instanceof TypeCastTree cast) {
            returned(cast.getExpression());
        } else if (value instanceof ConditionalExpressionTree choice) {
            returned(choice.getTrueExpression());
            returned(choice.getFalseExpression());
        } else if (value instanceof MethodInvocationTree call && calls.asyncResult(new TreePath(getCurrentPath(), call)).isPresent()) {
            (guards > 0 ? guarded : others).add(call);
        }
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree choice, Void none) {
        boolean outer = yieldReturns;
        yieldReturns = isReturned(getCurrentPath(), outer);
        super.visitSwitchExpression(choice, none);
        yieldReturns = outer;
        return null;
    }

    private static boolean isReturned(TreePath value, boolean yieldReturns) {
        Tree around = value.getParentPath().getLeaf();
        if (around instanceof ParenthesizedTree || around instanceof TypeCastTree
                || around instanceof ConditionalExpressionTree choice && choice.getCondition() != value.getLeaf()) {
            return isReturned(value.getParentPath(), yieldReturns);
        }
        return around instanceof ReturnTree || yieldReturns && (around instanceof YieldTree || around instanceof CaseTree);
    }

    @Override
    public Void visitCase(CaseTree each, Void none) {
        if (yieldReturns && each.getBody() instanceof ExpressionTree value) {
            returned(value);
        }
        return super.visitCase(each, none);
    }

    @Override
    public Void visitYield(YieldTree jump, Void none) {
        if (yieldReturns) {
            returned(jump.getValue());
        }
        return super.visitYield(jump, none);
    }

    @Override
    public Void visitTry(TryTree attempt, Void none) {
        BlockTree last = attempt.getFinallyBlock();
        int cleanups = last == null || last.getStatements().isEmpty() ? 0 : 1;
        scan(attempt.getResources(), none);
        int around = guards;
        guards = around + cleanups + attempt.getResources().size() + attempt.getCatches().size();
        scan(attempt.getBlock(), none);
        guards = around + cleanups;
        scan(attempt.getCatches(), none);
        guards = around;
        return scan(last, none);
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
