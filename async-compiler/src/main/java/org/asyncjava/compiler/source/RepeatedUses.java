package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.rules.flow.Effect;

/** The calls in a method or lambda that are given a coroutine which has certainly been started: a variable that is assigned once. */
final class RepeatedUses {
    private final Calls calls;
    private final List<VariableDeclarator> made = new ArrayList<>();
    private final Map<Node, Set<MethodCallExpr>> uses = new IdentityHashMap<>();
    private final Set<Node> assigned = identitySet();

    private RepeatedUses(Calls calls) {
        this.calls = calls;
    }

    /**
     * A call that is given a coroutine again.
     *
     * @param call the call
     * @param made the one that has made the coroutine
     */
    record Use(MethodCallExpr call, MethodCallExpr made) {
    }

    static List<Use> in(Node body, Calls calls) {
        RepeatedUses scan = new RepeatedUses(calls);
        scan.scan(body);
        List<Use> found = new ArrayList<>();
        for (VariableDeclarator variable : scan.made) {
            Set<MethodCallExpr> uses = scan.uses.getOrDefault(variable, Set.of());
            if (uses.size() > 1 && !scan.assigned.contains(variable)) {
                MethodCallExpr maker = scan.maker(variable).orElseThrow();
                FlowScan.of(body, call -> call == maker ? Effect.RELEASES : uses.contains(call) ? Effect.USES : Effect.NONE, calls.names()::isThrowable)
                        .isTaken().stream().filter(uses::contains).forEach(use -> found.add(new Use(use, maker)));
            }
        }
        return found;
    }

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void scan(Node node) {
        if (node instanceof VariableDeclarator variable && maker(variable).isPresent()) {
            made.add(variable);
        } else if (node instanceof AssignExpr assignment) {
            variable(assignment.getTarget()).ifPresent(assigned::add);
        } else if (node instanceof MethodCallExpr call && (calls.isAwait(call) || calls.startsCoroutines(call))) {
            call.getArguments().forEach(argument -> variable(argument)
                    .ifPresent(variable -> uses.computeIfAbsent(variable, key -> identitySet()).add(call)));
        }
        node.getChildNodes().stream().filter(child -> !OwnCode.beginsOther(node, child)).forEach(this::scan);
    }

    private Optional<MethodCallExpr> maker(VariableDeclarator variable) {
        return variable.getInitializer().map(RepeatedUses::inside).filter(MethodCallExpr.class::isInstance).map(MethodCallExpr.class::cast)
                .filter(calls::makesCoroutine);
    }

    private static Optional<Node> variable(Expression expression) {
        return inside(expression) instanceof NameExpr name ? Variables.find(name.getNameAsString(), name).map(Variables.Variable::declaration)
                : Optional.empty();
    }

    private static Expression inside(Expression expression) {
        return expression instanceof EnclosedExpr enclosed ? inside(enclosed.getInner()) : expression;
    }
}
