package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.List;
import org.asyncjava.rules.CancellationFlow;
import org.asyncjava.rules.CatchSite;

/** The catch clauses in a method or lambda in which the cancellation of one of its awaits can end. */
final class SwallowingCatches {
    private final Calls calls;
    private final CancellationFlow<CatchClause> flow = new CancellationFlow<>();

    private SwallowingCatches(Calls calls) {
        this.calls = calls;
    }

    static List<CancellationFlow.Clause<CatchClause>> in(Node body, Calls calls) {
        SwallowingCatches scan = new SwallowingCatches(calls);
        scan.scan(body);
        return scan.flow.swallowing();
    }

    private void scan(Node node) {
        if (node instanceof MethodCallExpr call && calls.isAwait(call)) {
            flow.await();
        }
        if (node instanceof TryStmt attempt) {
            flow.enter(() -> attempt.getCatchClauses().stream().map(this::clause).toList());
            attempt.getResources().forEach(this::scan);
            scan(attempt.getTryBlock());
            flow.leave();
            attempt.getCatchClauses().forEach(this::scan);
            attempt.getFinallyBlock().ifPresent(this::scan);
        } else {
            node.getChildNodes().stream().filter(child -> !OwnCode.beginsOther(node, child)).forEach(this::scan);
        }
    }

    private CancellationFlow.Clause<CatchClause> clause(CatchClause clause) {
        return new CancellationFlow.Clause<>(clause, caught(clause.getParameter().getType()),
                () -> OwnCode.has(clause.getBody(), SwallowingCatches::throwsOrFails));
    }

    private static boolean throwsOrFails(Node node) {
        return node instanceof ThrowStmt || node instanceof MethodCallExpr call && CatchSite.FAILURES.contains(call.getNameAsString());
    }

    private List<String> caught(Type type) {
        List<? extends Type> alternatives = type instanceof UnionType union ? union.getElements() : List.of(type);
        return alternatives.stream().map(each -> calls.names().internalName(each).replace('/', '.')).toList();
    }
}
