package org.asyncjava.compiler.tree;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Name;
import org.asyncjava.rules.flow.CodeEvents;
import org.asyncjava.rules.flow.Condition;

/** Tells of the trees of code. */
final class TreeReader extends TreeScanner<Void, Void> {
    private static final Runnable NOTHING = () -> { };

    private final Cursor cursor;
    private final TreeCalls calls;
    private final Symbols symbols;
    private final CodeEvents<Tree> to;

    TreeReader(Cursor cursor, TreeCalls calls, Symbols symbols, CodeEvents<Tree> to) {
        this.cursor = cursor;
        this.calls = calls;
        this.symbols = symbols;
        this.to = to;
    }

    @Override
    public Void scan(Tree tree, Void none) {
        if (tree == null) {
            return null;
        }
        cursor.enter(tree);
        try {
            return tree.accept(this, none);
        } finally {
            cursor.leave();
        }
    }

    private Runnable later(Tree tree) {
        return () -> scan(tree, null);
    }

    private Runnable later(Iterable<? extends Tree> trees) {
        return () -> scan(trees, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        if (calls.isStringValueOf(call)) {
            to.discarded(call.getArguments().get(0));
        }
        Tree target = call.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null;
        to.call(call, target, () -> super.visitMethodInvocation(call, none));
        return null;
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Void none) {
        to.creation(creation, () -> super.visitNewClass(creation, none));
        return null;
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void none) {
        to.reference(reference, () -> super.visitMemberReference(reference, none));
        return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
        to.lambda(lambda);
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
        to.type(type);
        return null;
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree statement, Void none) {
        to.discarded(statement.getExpression());
        return super.visitExpressionStatement(statement, none);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
        if (variable.getInitializer() != null) {
            to.declared(variable, variable.getInitializer(), later(variable.getInitializer()));
        }
        return null;
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void none) {
        to.assigned(assignment.getVariable(), () -> super.visitAssignment(assignment, none));
        return null;
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void none) {
        if (assignment.getKind() == Tree.Kind.PLUS_ASSIGNMENT) {
            to.discarded(assignment.getExpression());
        }
        return super.visitCompoundAssignment(assignment, none);
    }

    @Override
    public Void visitBinary(BinaryTree operation, Void none) {
        if (operation.getKind() == Tree.Kind.CONDITIONAL_AND || operation.getKind() == Tree.Kind.CONDITIONAL_OR) {
            to.value(condition(operation));
            return null;
        }
        if (operation.getKind() == Tree.Kind.PLUS) {
            to.discarded(operation.getLeftOperand());
            to.discarded(operation.getRightOperand());
        }
        return super.visitBinary(operation, none);
    }

    private Condition<Tree> condition(Tree tree) {
        return Conditions.of(tree, leaf -> new Condition.Other<>(leaf, later(leaf)));
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree choice, Void none) {
        to.branch(condition(choice.getCondition()), later(choice.getTrueExpression()), later(choice.getFalseExpression()));
        return null;
    }

    @Override
    public Void visitIf(IfTree choice, Void none) {
        to.branch(condition(choice.getCondition()), later(choice.getThenStatement()), later(choice.getElseStatement()));
        return null;
    }

    @Override
    public Void visitAssert(AssertTree check, Void none) {
        to.assertion(condition(check.getCondition()), later(check.getDetail()));
        return null;
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void none) {
        to.loop(condition(loop.getCondition()), NOTHING, later(loop.getStatement()));
        return null;
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree loop, Void none) {
        to.loopAtLeastOnce(later(loop.getStatement()), condition(loop.getCondition()));
        return null;
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Void none) {
        scan(loop.getInitializer(), none);
        Condition<Tree> condition = loop.getCondition() == null ? new Condition.Constant<>(true) : condition(loop.getCondition());
        to.loop(condition, later(loop.getUpdate()), later(loop.getStatement()));
        return null;
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void none) {
        to.loopOver(loop.getExpression(), later(loop.getExpression()), later(loop.getStatement()));
        return null;
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree labelled, Void none) {
        to.labelled(labelled.getLabel().toString(), later(labelled.getStatement()));
        return null;
    }

    @Override
    public Void visitSwitch(SwitchTree choice, Void none) {
        to.choose(new CodeEvents.Choice<>(choice, false, Cases.mayPass(choice.getCases()), later(choice.getExpression()), cases(choice.getCases())));
        return null;
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree choice, Void none) {
        to.choose(new CodeEvents.Choice<>(choice, true, false, later(choice.getExpression()), cases(choice.getCases())));
        return null;
    }

    private List<CodeEvents.Case<Tree>> cases(List<? extends CaseTree> cases) {
        return cases.stream().map(each -> {
            boolean isRule = each.getCaseKind() == CaseTree.CaseKind.RULE;
            Runnable body = !isRule ? later(each.getStatements())
                    : each.getBody() instanceof ExpressionTree value ? () -> to.yielded(value, later(value)) : later(each.getBody());
            return new CodeEvents.Case<>(Cases.guard(each).map(this::condition), body, !isRule);
        }).toList();
    }

    @Override
    public Void visitTry(TryTree attempt, Void none) {
        Optional<Runnable> resources = attempt.getResources().isEmpty() ? Optional.empty() : Optional.of(later(attempt.getResources()));
        Optional<Runnable> cleanup = Optional.ofNullable(attempt.getFinallyBlock()).filter(block -> !block.getStatements().isEmpty()).map(this::later);
        List<CodeEvents.Clause<Tree>> clauses = attempt.getCatches().stream().map(this::clause).toList();
        to.attempt(new CodeEvents.Attempt<>(attempt, resources, later(attempt.getBlock()), clauses, cleanup));
        return null;
    }

    private CodeEvents.Clause<Tree> clause(CatchTree clause) {
        TreePath path = cursor.path(clause);
        return new CodeEvents.Clause<>(clause, () -> caught(path, clause.getParameter().getType()), later(clause));
    }

    private List<String> caught(TreePath clause, Tree type) {
        List<? extends Tree> alternatives = type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
        return alternatives.stream().map(each -> symbols.className(new TreePath(clause, each)).orElse("")).toList();
    }

    @Override
    public Void visitSynchronized(SynchronizedTree statement, Void none) {
        to.synchronised(later(statement.getExpression()), later(statement.getBlock()));
        return null;
    }

    @Override
    public Void visitReturn(ReturnTree jump, Void none) {
        to.returned(jump, Optional.ofNullable(jump.getExpression()), () -> super.visitReturn(jump, none));
        return null;
    }

    @Override
    public Void visitYield(YieldTree jump, Void none) {
        to.yielded(jump.getValue(), () -> super.visitYield(jump, none));
        return null;
    }

    @Override
    public Void visitThrow(ThrowTree jump, Void none) {
        to.thrown(() -> super.visitThrow(jump, none));
        return null;
    }

    @Override
    public Void visitBreak(BreakTree jump, Void none) {
        to.leave(Optional.ofNullable(jump.getLabel()).map(Name::toString));
        return null;
    }

    @Override
    public Void visitContinue(ContinueTree jump, Void none) {
        to.goOn(Optional.ofNullable(jump.getLabel()).map(Name::toString));
        return null;
    }
}
