package org.asyncjava.compiler.tree;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asyncjava.rules.LockCall;

/**
 * The awaits in a method or lambda that may hold a {@code java.util.concurrent.locks.Lock}: the last call of one before them was
 * {@code lock()}. Which of several locks it is does not matter.
 */
final class LockedAwaits extends TreePathScanner<Void, Void> {
    private static final Set<Tree.Kind> JUMPS = EnumSet.of(Tree.Kind.RETURN, Tree.Kind.THROW, Tree.Kind.BREAK, Tree.Kind.CONTINUE);

    /** Operators of which the right side counts only if the left one came out in some way. */
    private static final Map<Tree.Kind, Boolean> CONNECTIVES = Map.of(Tree.Kind.CONDITIONAL_AND, true, Tree.Kind.CONDITIONAL_OR, false);

    private final Calls calls;
    private final List<TreePath> found = new ArrayList<>();
    private boolean held;
    private boolean heldSinceTry;

    private LockedAwaits(Calls calls) {
        this.calls = calls;
    }

    static List<TreePath> in(TreePath body, Calls calls) {
        LockedAwaits scan = new LockedAwaits(calls);
        scan.scan(body, null);
        return scan.found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        super.visitMethodInvocation(call, none);
        if (calls.isAwait(getCurrentPath())) {
            if (held) {
                found.add(getCurrentPath());
            }
            return null;
        }
        String name = calls.name(call).toString();
        if (LockCall.acquires(name) && isOfLock(getCurrentPath())) {
            held = true;
            heldSinceTry = true;
        } else if (LockCall.releases(name) && isOfLock(getCurrentPath())) {
            held = false;
        }
        return null;
    }

    private boolean isOfLock(TreePath call) {
        return calls.callee(call).filter(callee -> callee.types().contains(LockCall.TYPE)).isPresent();
    }

    @Override
    public Void visitIf(IfTree choice, Void none) {
        scan(choice.getCondition(), none);
        boolean before = held;
        enter(choice.getCondition(), true, before);
        scan(choice.getThenStatement(), none);
        boolean afterThen = held && !endsInJump(choice.getThenStatement());
        enter(choice.getCondition(), false, before);
        scan(choice.getElseStatement(), none);
        held = afterThen || held;
        return null;
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void none) {
        scan(loop.getCondition(), none);
        boolean before = held;
        enter(loop.getCondition(), true, before);
        scan(loop.getStatement(), none);
        enter(loop.getCondition(), false, before || held);
        return null;
    }

    /** What is held where a condition has come out in some way. */
    private void enter(ExpressionTree condition, boolean outcome, boolean before) {
        held = before || acquires(new TreePath(getCurrentPath(), condition), outcome);
        heldSinceTry = heldSinceTry || held;
    }

    private boolean acquires(TreePath path, boolean outcome) {
        if (path.getLeaf() instanceof ParenthesizedTree inner) {
            return acquires(new TreePath(path, inner.getExpression()), outcome);
        }
        if (path.getLeaf() instanceof UnaryTree negation && negation.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            return acquires(new TreePath(path, negation.getExpression()), !outcome);
        }
        if (path.getLeaf() instanceof BinaryTree both && CONNECTIVES.containsKey(both.getKind())) {
            TreePath left = new TreePath(path, both.getLeftOperand());
            return acquires(left, outcome) || acquires(new TreePath(path, both.getRightOperand()), outcome)
                    || outcome != CONNECTIVES.get(both.getKind()) && acquires(left, !outcome);
        }
        return outcome && LockCall.tries(calls.name(path.getLeaf()).toString()) && isOfLock(path);
    }

    /** What a block that is left by a jump does is not seen behind it. */
    @Override
    public Void visitBlock(BlockTree block, Void none) {
        boolean before = held;
        super.visitBlock(block, none);
        if (endsInJump(block)) {
            held = before;
        }
        return null;
    }

    private static boolean endsInJump(StatementTree statement) {
        if (statement instanceof BlockTree block) {
            List<? extends StatementTree> statements = block.getStatements();
            return !statements.isEmpty() && endsInJump(statements.get(statements.size() - 1));
        }
        return JUMPS.contains(statement.getKind());
    }

    /** An exception can come from any place in the block. */
    @Override
    public Void visitTry(TryTree attempt, Void none) {
        boolean outer = heldSinceTry;
        heldSinceTry = held;
        scan(attempt.getResources(), none);
        scan(attempt.getBlock(), none);
        boolean onException = heldSinceTry;
        boolean after = held;
        for (CatchTree clause : attempt.getCatches()) {
            held = onException;
            scan(clause, none);
            after = after || held;
        }
        held = after;
        scan(attempt.getFinallyBlock(), none);
        heldSinceTry = outer || onException;
        return null;
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
