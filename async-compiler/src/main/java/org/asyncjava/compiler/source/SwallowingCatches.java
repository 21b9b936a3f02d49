package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asyncjava.rules.CatchSite;

/**
 * The catch clauses in a method or lambda in which the cancellation of one of its awaits can end.
 *
 * <p>Of the clauses around an await, from the innermost outwards, those that rethrow pass cancellation on, and the first one that names
 * {@code CancellationException} deals with it.
 */
final class SwallowingCatches {
    private final Calls calls;
    private final Names names;
    private final Map<CatchClause, List<String>> found = new LinkedHashMap<>();

    private SwallowingCatches(Calls calls, Names names) {
        this.calls = calls;
        this.names = names;
    }

    /** The clauses, each with the names of the types it catches. */
    static Map<CatchClause, List<String>> in(Node body, Calls calls, Names names) {
        SwallowingCatches scan = new SwallowingCatches(calls, names);
        scan.scan(body, List.of());
        return scan.found;
    }

    /** Looks at code within try statements, of which the innermost is the first. */
    private void scan(Node node, List<TryStmt> around) {
        if (node instanceof MethodCallExpr call && calls.isAwait(call)) {
            for (TryStmt attempt : around) {
                if (!passesOn(attempt)) {
                    break;
                }
            }
        }
        for (Node child : node.getChildNodes()) {
            if (!OwnCode.beginsOther(node, child)) {
                boolean isGuarded = node instanceof TryStmt attempt
                        && (child == attempt.getTryBlock() || attempt.getResources().contains(child));
                scan(child, isGuarded ? inside((TryStmt) node, around) : around);
            }
        }
    }

    private static List<TryStmt> inside(TryStmt attempt, List<TryStmt> around) {
        List<TryStmt> all = new ArrayList<>(List.of(attempt));
        all.addAll(around);
        return all;
    }

    /** Whether cancellation gets beyond a try statement. */
    private boolean passesOn(TryStmt attempt) {
        for (CatchClause clause : attempt.getCatchClauses()) {
            List<String> caught = caught(clause.getParameter().getType());
            if (caught.contains(CatchSite.CANCELLATION)) {
                return false;
            }
            if (caught.stream().anyMatch(CatchSite.BROAD::contains)) {
                boolean rethrows = OwnCode.has(clause.getBody(), SwallowingCatches::throwsOrFails);
                if (!rethrows) {
                    found.put(clause, caught);
                }
                return rethrows;
            }
        }
        return true;
    }

    private static boolean throwsOrFails(Node node) {
        return node instanceof ThrowStmt || node instanceof MethodCallExpr call && CatchSite.FAILURES.contains(call.getNameAsString());
    }

    private List<String> caught(Type type) {
        List<? extends Type> alternatives = type instanceof UnionType union ? union.getElements() : List.of(type);
        return alternatives.stream().map(each -> names.internalName(each).replace('/', '.')).toList();
    }
}
