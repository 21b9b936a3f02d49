package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.asyncjava.rules.flow.CodeFlow;
import org.asyncjava.rules.flow.Condition;
import org.asyncjava.rules.flow.Effect;

/** Tells a {@link CodeFlow} of what a method or lambda does; the lambdas and classes in it are not gone into. */
final class FlowScan {
    private static final Runnable NOTHING = () -> { };

    private final Function<MethodCallExpr, Effect> effects;
    private final Predicate<Type> catchesAll;
    private final CodeFlow<MethodCallExpr> flow = new CodeFlow<>();
    /** The call whose result something is let go of. */
    private Node fetching;

    private FlowScan(Function<MethodCallExpr, Effect> effects, Predicate<Type> catchesAll) {
        this.effects = effects;
        this.catchesAll = catchesAll;
    }

    /**
     * The flow of some code.
     *
     * @param body the code
     * @param effects what calls do
     * @param catchesAll whether a type in a catch clause is that of everything that is thrown
     */
    static CodeFlow<MethodCallExpr> of(Node body, Function<MethodCallExpr, Effect> effects, Predicate<Type> catchesAll) {
        FlowScan scan = new FlowScan(effects, catchesAll);
        scan.scan(body);
        return scan.flow;
    }

    private Runnable later(Node node) {
        return () -> scan(node);
    }

    private Runnable later(List<? extends Node> nodes) {
        return () -> nodes.forEach(this::scan);
    }

    private void scan(Node node) {
        if (node instanceof Expression expression) {
            expression(expression);
        } else if (!loop(node) && !jump(node)) {
            statement(node);
        }
    }

    private void parts(Node node) {
        node.getChildNodes().stream().filter(child -> !OwnCode.beginsOther(node, child)).forEach(this::scan);
    }

    private void expression(Expression node) {
        if (node instanceof MethodCallExpr call) {
            call(call);
        } else if (node instanceof BinaryExpr operation && Conditions.isConnective(operation)) {
            flow.value(condition(operation));
        } else if (node instanceof ConditionalExpr choice) {
            flow.branch(condition(choice.getCondition()), later(choice.getThenExpr()), later(choice.getElseExpr()));
        } else if (node instanceof SwitchExpr choice) {
            choose(choice, true);
        } else {
            parts(node);
            if (node instanceof ObjectCreationExpr) {
                flow.mayFail();
            }
        }
    }

    private void call(MethodCallExpr call) {
        Effect effect = call == fetching ? Effect.FETCHES : effects.apply(call);
        if (effect == Effect.RELEASES) {
            fetching = call.getScope().orElse(null);
        }
        parts(call);
        flow.call(call, effect);
    }

    private Condition condition(Expression condition) {
        return Conditions.of(condition, this::leaf);
    }

    private Condition leaf(Expression leaf) {
        boolean tries = leaf instanceof MethodCallExpr call && effects.apply(call) == Effect.TRIES;
        return tries ? new Condition.Try(later(leaf)) : new Condition.Other(later(leaf));
    }

    private boolean loop(Node node) {
        if (node instanceof WhileStmt loop) {
            flow.loop(condition(loop.getCondition()), later(loop.getBody()), NOTHING);
        } else if (node instanceof DoStmt loop) {
            flow.loopAtLeastOnce(later(loop.getBody()), condition(loop.getCondition()));
        } else if (node instanceof ForStmt loop) {
            loop.getInitialization().forEach(this::scan);
            Condition condition = loop.getCompare().map(this::condition).orElse(new Condition.Constant(true));
            flow.loop(condition, later(loop.getBody()), later(loop.getUpdate()));
        } else if (node instanceof ForEachStmt loop) {
            scan(loop.getIterable());
            flow.mayFail();
            flow.loop(new Condition.Other(flow::mayFail), later(loop.getBody()), NOTHING);
        } else {
            return false;
        }
        return true;
    }

    private boolean jump(Node node) {
        if (node instanceof ReturnStmt) {
            parts(node);
            flow.leave();
        } else if (node instanceof ThrowStmt) {
            parts(node);
            flow.fail();
        } else if (node instanceof YieldStmt) {
            parts(node);
            flow.yieldValue();
        } else if (node instanceof BreakStmt jump) {
            flow.leave(jump.getLabel().map(SimpleName::getIdentifier));
        } else if (node instanceof ContinueStmt jump) {
            flow.goOn(jump.getLabel().map(SimpleName::getIdentifier));
        } else {
            return false;
        }
        return true;
    }

    private void statement(Node node) {
        if (node instanceof IfStmt choice) {
            flow.branch(condition(choice.getCondition()), later(choice.getThenStmt()), choice.getElseStmt().map(this::later).orElse(NOTHING));
        } else if (node instanceof TryStmt attempt) {
            attempt(attempt);
        } else if (node instanceof SwitchStmt choice) {
            choose(choice, false);
        } else if (node instanceof LabeledStmt labelled) {
            flow.labelled(labelled.getLabel().getIdentifier(), later(labelled.getStatement()));
        } else if (node instanceof AssertStmt check) {
            Runnable fails = () -> {
                check.getMessage().ifPresent(this::scan);
                flow.mayFail();
                flow.fail();
            };
            flow.branch(new Condition.Other(NOTHING), NOTHING, () -> flow.branch(condition(check.getCheck()), NOTHING, fails));
        } else {
            parts(node);
        }
    }

    private void choose(SwitchNode choice, boolean isExpression) {
        scan(choice.getSelector());
        List<CodeFlow.Case> cases = choice.getEntries().stream().map(entry -> new CodeFlow.Case(entry.getGuard().map(this::condition),
                later(entry.getStatements()), entry.getType() == SwitchEntry.Type.STATEMENT_GROUP)).toList();
        flow.choose(isExpression, !isExpression && choice.getEntries().stream().noneMatch(FlowScan::makesExhaustive), cases);
    }

    private static boolean makesExhaustive(SwitchEntry entry) {
        return entry.isDefault() || entry.getLabels().isEmpty()
                || entry.getLabels().stream().anyMatch(label -> label.isPatternExpr() || label.isNullLiteralExpr());
    }

    private void attempt(TryStmt attempt) {
        Runnable body = later(attempt.getTryBlock());
        Runnable guarded = attempt.getResources().isEmpty() ? body : () -> {
            attempt.getResources().forEach(this::scan);
            flow.mayFail();
            flow.attempt(new CodeFlow.Attempt(body, List.of(), false, Optional.of(flow::mayFail)));
        };
        List<Runnable> clauses = attempt.getCatchClauses().stream().map(clause -> later(clause.getBody())).toList();
        boolean all = attempt.getCatchClauses().stream().anyMatch(clause -> catchesAll.test(clause.getParameter().getType()));
        flow.attempt(new CodeFlow.Attempt(guarded, clauses, all, attempt.getFinallyBlock().map(this::later)));
    }
}
