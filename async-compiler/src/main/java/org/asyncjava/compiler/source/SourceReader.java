package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.List;
import java.util.Optional;
import org.asyncjava.rules.flow.CodeEvents;
import org.asyncjava.rules.flow.Condition;

/** Tells of the nodes of code. */
final class SourceReader {
    private static final Runnable NOTHING = () -> { };

    private final Names names;
    private final CodeEvents<Node> to;

    SourceReader(Names names, CodeEvents<Node> to) {
        this.names = names;
        this.to = to;
    }

    void scan(Node node) {
        if (node instanceof Expression expression) {
            expression(expression);
        } else if (!loop(node) && !jump(node) && !choice(node)) {
            statement(node);
        }
    }

    private Runnable later(Node node) {
        return () -> scan(node);
    }

    private Runnable later(List<? extends Node> nodes) {
        return () -> nodes.forEach(this::scan);
    }

    private Runnable laterPartsOf(Node node) {
        return later(node.getChildNodes());
    }

    private void statements(List<Expression> expressions) {
        expressions.forEach(this::statement);
    }

    private void statement(Expression expression) {
        to.discarded(expression);
        scan(expression);
    }

    private void expression(Expression node) {
        if (node instanceof MethodCallExpr call) {
            call(call);
        } else if (node instanceof MethodReferenceExpr) {
            to.reference(node, laterPartsOf(node));
        } else if (node instanceof ObjectCreationExpr creation) {
            creation(creation);
        } else if (node instanceof LambdaExpr) {
            to.lambda(node);
        } else if (node instanceof BinaryExpr operation) {
            binary(operation);
        } else if (node instanceof AssignExpr assignment) {
            if (assignment.getOperator() == AssignExpr.Operator.PLUS) {
                to.discarded(assignment.getValue());
            }
            to.assigned(assignment.getTarget(), laterPartsOf(node));
        } else if (node instanceof ConditionalExpr choice) {
            to.branch(condition(choice.getCondition()), later(choice.getThenExpr()), later(choice.getElseExpr()));
        } else if (node instanceof SwitchExpr choice) {
            to.choose(new CodeEvents.Choice<>(choice, true, false, later(choice.getSelector()), cases(choice, true)));
        } else {
            node.getChildNodes().forEach(this::scan);
        }
    }

    private void call(MethodCallExpr call) {
        if (call.getNameAsString().equals("valueOf") && call.getScope().filter(scope -> scope.toString().equals("String")).isPresent()) {
            call.getArguments().forEach(to::discarded);
        }
        to.call(call, call.getScope().orElse(null), laterPartsOf(call));
    }

    private void creation(ObjectCreationExpr creation) {
        to.creation(creation, () -> {
            creation.getScope().ifPresent(this::scan);
            creation.getArguments().forEach(this::scan);
            if (creation.getAnonymousClassBody().isPresent()) {
                to.type(creation);
            }
        });
    }

    private void binary(BinaryExpr operation) {
        if (Conditions.isConnective(operation)) {
            to.value(condition(operation));
            return;
        }
        if (operation.getOperator() == BinaryExpr.Operator.PLUS) {
            to.discarded(operation.getLeft());
            to.discarded(operation.getRight());
        }
        operation.getChildNodes().forEach(this::scan);
    }

    private Condition<Node> condition(Expression condition) {
        return Conditions.of(condition, leaf -> new Condition.Other<>(leaf, later(leaf)));
    }

    private boolean loop(Node node) {
        if (node instanceof WhileStmt loop) {
            to.loop(condition(loop.getCondition()), NOTHING, later(loop.getBody()));
        } else if (node instanceof DoStmt loop) {
            to.loopAtLeastOnce(later(loop.getBody()), condition(loop.getCondition()));
        } else if (node instanceof ForStmt loop) {
            statements(loop.getInitialization());
            Condition<Node> condition = loop.getCompare().map(this::condition).orElseGet(() -> new Condition.Constant<>(true));
            to.loop(condition, () -> statements(loop.getUpdate()), later(loop.getBody()));
        } else if (node instanceof ForEachStmt loop) {
            to.loopOver(loop.getIterable(), later(loop.getIterable()), later(loop.getBody()));
        } else {
            return false;
        }
        return true;
    }

    private boolean jump(Node node) {
        if (node instanceof ReturnStmt jump) {
            to.returned(jump, jump.getExpression().map(Node.class::cast), laterPartsOf(node));
        } else if (node instanceof ThrowStmt) {
            to.thrown(laterPartsOf(node));
        } else if (node instanceof YieldStmt jump) {
            to.yielded(jump.getExpression(), laterPartsOf(node));
        } else if (node instanceof BreakStmt jump) {
            to.leave(jump.getLabel().map(SimpleName::getIdentifier));
        } else if (node instanceof ContinueStmt jump) {
            to.goOn(jump.getLabel().map(SimpleName::getIdentifier));
        } else {
            return false;
        }
        return true;
    }

    private boolean choice(Node node) {
        if (node instanceof IfStmt choice) {
            to.branch(condition(choice.getCondition()), later(choice.getThenStmt()), choice.getElseStmt().map(this::later).orElse(NOTHING));
        } else if (node instanceof SwitchStmt choice) {
            boolean mayPass = choice.getEntries().stream().noneMatch(SourceReader::makesExhaustive);
            to.choose(new CodeEvents.Choice<>(choice, false, mayPass, later(choice.getSelector()), cases(choice, false)));
        } else if (node instanceof AssertStmt check) {
            to.assertion(condition(check.getCheck()), check.getMessage().map(this::later).orElse(NOTHING));
        } else {
            return false;
        }
        return true;
    }

    private static boolean makesExhaustive(SwitchEntry entry) {
        return entry.isDefault() || entry.getLabels().isEmpty()
                || entry.getLabels().stream().anyMatch(label -> label.isPatternExpr() || label.isNullLiteralExpr());
    }

    private List<CodeEvents.Case<Node>> cases(SwitchNode choice, boolean isExpression) {
        return choice.getEntries().stream().map(entry -> {
            boolean isValue = isExpression && entry.getType() == SwitchEntry.Type.EXPRESSION;
            Runnable body = isValue ? value(((ExpressionStmt) entry.getStatement(0)).getExpression()) : later(entry.getStatements());
            return new CodeEvents.Case<>(entry.getGuard().map(this::condition), body, entry.getType() == SwitchEntry.Type.STATEMENT_GROUP);
        }).toList();
    }

    private Runnable value(Expression value) {
        return () -> to.yielded(value, later(value));
    }

    private void statement(Node node) {
        if (node instanceof ExpressionStmt statement) {
            statement(statement.getExpression());
        } else if (node instanceof TryStmt attempt) {
            attempt(attempt);
        } else if (node instanceof LabeledStmt labelled) {
            to.labelled(labelled.getLabel().getIdentifier(), later(labelled.getStatement()));
        } else if (node instanceof SynchronizedStmt held) {
            to.synchronised(later(held.getExpression()), later(held.getBody()));
        } else if (node instanceof VariableDeclarator variable) {
            variable.getInitializer().ifPresent(value -> to.declared(variable, value, later(value)));
        } else if (node instanceof TypeDeclaration) {
            to.type(node);
        } else {
            node.getChildNodes().forEach(this::scan);
        }
    }

    private void attempt(TryStmt attempt) {
        Optional<Runnable> resources = attempt.getResources().isEmpty() ? Optional.empty() : Optional.of(later(attempt.getResources()));
        Optional<Runnable> cleanup = attempt.getFinallyBlock().filter(block -> !block.isEmpty()).map(this::later);
        List<CodeEvents.Clause<Node>> clauses = attempt.getCatchClauses().stream().map(this::clause).toList();
        to.attempt(new CodeEvents.Attempt<>(attempt, resources, later(attempt.getTryBlock()), clauses, cleanup));
    }

    private CodeEvents.Clause<Node> clause(CatchClause clause) {
        return new CodeEvents.Clause<>(clause, () -> caught(clause.getParameter().getType()), later(clause.getBody()));
    }

    private List<String> caught(Type type) {
        List<? extends Type> alternatives = type instanceof UnionType union ? union.getElements() : List.of(type);
        return alternatives.stream().map(each -> names.internalName(each).replace('/', '.')).toList();
    }
}
