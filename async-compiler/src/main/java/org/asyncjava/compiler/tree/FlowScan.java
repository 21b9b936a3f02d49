package org.asyncjava.compiler.tree;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.Name;
import org.asyncjava.rules.flow.CodeFlow;
import org.asyncjava.rules.flow.Condition;
import org.asyncjava.rules.flow.Effect;

/** Tells a {@link CodeFlow} of what a method or lambda does; the lambdas and classes in it are not gone into. */
final class FlowScan extends TreePathScanner<Void, Void> {
    private static final Runnable NOTHING = () -> { };

    private final Function<TreePath, Effect> effects;
    private final Predicate<TreePath> catchesAll;
    private final CodeFlow<MethodInvocationTree> flow = new CodeFlow<>();
    /** The call whose result something is let go of. */
    private Tree fetching;

    private FlowScan(Function<TreePath, Effect> effects, Predicate<TreePath> catchesAll) {
        this.effects = effects;
        this.catchesAll = catchesAll;
    }

    /**
     * The flow of some code.
     *
     * @param body path of the code
     * @param effects what calls do
     * @param catchesAll whether a type in a catch clause is that of everything that is thrown
     */
    static CodeFlow<MethodInvocationTree> of(TreePath body, Function<TreePath, Effect> effects, Predicate<TreePath> catchesAll) {
        FlowScan scan = new FlowScan(effects, catchesAll);
        scan.scan(body, null);
        return scan.flow;
    }

    private Runnable later(Tree tree) {
        return () -> scan(tree, null);
    }

    private Runnable later(Iterable<? extends Tree> trees) {
        return () -> scan(trees, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        Effect effect = call == fetching ? Effect.FETCHES : effects.apply(getCurrentPath());
        if (effect == Effect.RELEASES && call.getMethodSelect() instanceof MemberSelectTree select) {
            fetching = select.getExpression();
        }
        super.visitMethodInvocation(call, none);
        flow.call(call, effect);
        return null;
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Void none) {
        super.visitNewClass(creation, none);
        flow.mayFail();
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree operation, Void none) {
        if (operation.getKind() != Tree.Kind.CONDITIONAL_AND && operation.getKind() != Tree.Kind.CONDITIONAL_OR) {
            return super.visitBinary(operation, none);
        }
        flow.value(condition(operation));
        return null;
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree choice, Void none) {
        flow.branch(condition(choice.getCondition()), later(choice.getTrueExpression()), later(choice.getFalseExpression()));
        return null;
    }

    private Condition condition(Tree tree) {
        return Conditions.of(tree, this::leaf);
    }

    private Condition leaf(Tree tree) {
        boolean tries = tree instanceof MethodInvocationTree && effects.apply(new TreePath(getCurrentPath(), tree)) == Effect.TRIES;
        return tries ? new Condition.Try(later(tree)) : new Condition.Other(later(tree));
    }

    @Override
    public Void visitIf(IfTree choice, Void none) {
        flow.branch(condition(choice.getCondition()), later(choice.getThenStatement()), later(choice.getElseStatement()));
        return null;
    }

    @Override
    public Void visitAssert(AssertTree check, Void none) {
        Runnable fails = () -> {
            scan(check.getDetail(), none);
            flow.mayFail();
            flow.fail();
        };
        flow.branch(new Condition.Other(NOTHING), NOTHING, () -> flow.branch(condition(check.getCondition()), NOTHING, fails));
        return null;
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void none) {
        flow.loop(condition(loop.getCondition()), later(loop.getStatement()), NOTHING);
        return null;
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree loop, Void none) {
        flow.loopAtLeastOnce(later(loop.getStatement()), condition(loop.getCondition()));
        return null;
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Void none) {
        scan(loop.getInitializer(), none);
        Condition condition = loop.getCondition() == null ? new Condition.Constant(true) : condition(loop.getCondition());
        flow.loop(condition, later(loop.getStatement()), later(loop.getUpdate()));
        return null;
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void none) {
        scan(loop.getExpression(), none);
        flow.mayFail();
        flow.loop(new Condition.Other(flow::mayFail), later(loop.getStatement()), NOTHING);
        return null;
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree labelled, Void none) {
        flow.labelled(labelled.getLabel().toString(), later(labelled.getStatement()));
        return null;
    }

    @Override
    public Void visitSwitch(SwitchTree choice, Void none) {
        scan(choice.getExpression(), none);
        flow.choose(false, Cases.mayPass(choice.getCases()), cases(choice.getCases()));
        return null;
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree choice, Void none) {
        scan(choice.getExpression(), none);
        flow.choose(true, false, cases(choice.getCases()));
        return null;
    }

    private List<CodeFlow.Case> cases(List<? extends CaseTree> cases) {
        return cases.stream().map(each -> {
            boolean isRule = each.getCaseKind() == CaseTree.CaseKind.RULE;
            return new CodeFlow.Case(Cases.guard(each).map(this::condition), isRule ? later(each.getBody()) : later(each.getStatements()), !isRule);
        }).toList();
    }

    @Override
    public Void visitTry(TryTree attempt, Void none) {
        Runnable body = later(attempt.getBlock());
        Runnable guarded = attempt.getResources().isEmpty() ? body : () -> {
            scan(attempt.getResources(), none);
            flow.mayFail();
            flow.attempt(new CodeFlow.Attempt(body, List.of(), false, Optional.of(flow::mayFail)));
        };
        List<Runnable> clauses = attempt.getCatches().stream().map(this::later).toList();
        boolean all = attempt.getCatches().stream().map(CatchTree::getParameter)
                .anyMatch(caught -> catchesAll.test(new TreePath(getCurrentPath(), caught.getType())));
        flow.attempt(new CodeFlow.Attempt(guarded, clauses, all, Optional.ofNullable(attempt.getFinallyBlock()).map(this::later)));
        return null;
    }

    @Override
    public Void visitReturn(ReturnTree jump, Void none) {
        super.visitReturn(jump, none);
        flow.leave();
        return null;
    }

    @Override
    public Void visitThrow(ThrowTree jump, Void none) {
        super.visitThrow(jump, none);
        flow.fail();
        return null;
    }

    @Override
    public Void visitYield(YieldTree jump, Void none) {
        super.visitYield(jump, none);
        flow.yieldValue();
        return null;
    }

    @Override
    public Void visitBreak(BreakTree jump, Void none) {
        flow.leave(Optional.ofNullable(jump.getLabel()).map(Name::toString));
        return null;
    }

    @Override
    public Void visitContinue(ContinueTree jump, Void none) {
        flow.goOn(Optional.ofNullable(jump.getLabel()).map(Name::toString));
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
