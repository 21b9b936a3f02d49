package org.asyncjava.compiler.tree;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayDeque;
import java.util.Deque;
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
final class SwallowingCatches extends TreePathScanner<Void, Void> {
    private final Symbols symbols;
    private final Calls calls;
    private final Deque<TreePath> tries = new ArrayDeque<>();
    private final Map<Tree, List<String>> found = new LinkedHashMap<>();

    private SwallowingCatches(Symbols symbols, Calls calls) {
        this.symbols = symbols;
        this.calls = calls;
    }

    /** The clauses, each with the names of the types it catches. */
    static Map<Tree, List<String>> in(TreePath body, Symbols symbols, Calls calls) {
        SwallowingCatches scan = new SwallowingCatches(symbols, calls);
        scan.scan(body, null);
        return scan.found;
    }

    @Override
    public Void visitTry(TryTree attempt, Void none) {
        tries.push(getCurrentPath());
        scan(attempt.getResources(), none);
        scan(attempt.getBlock(), none);
        tries.pop();
        scan(attempt.getCatches(), none);
        return scan(attempt.getFinallyBlock(), none);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        if (calls.isAwait(getCurrentPath())) {
            for (TreePath attempt : tries) {
                if (!passesOn(attempt)) {
                    break;
                }
            }
        }
        return super.visitMethodInvocation(call, none);
    }

    /** Whether cancellation gets beyond a try statement. */
    private boolean passesOn(TreePath attempt) {
        for (CatchTree clause : ((TryTree) attempt.getLeaf()).getCatches()) {
            TreePath path = new TreePath(attempt, clause);
            List<String> caught = caught(path, clause.getParameter().getType());
            if (caught.contains(CatchSite.CANCELLATION)) {
                return false;
            }
            if (caught.stream().anyMatch(CatchSite.BROAD::contains)) {
                boolean rethrows = OwnCode.throwsOrCalls(new TreePath(path, clause.getBlock()), this::makesFailedResult);
                if (!rethrows) {
                    found.put(clause, caught);
                }
                return rethrows;
            }
        }
        return true;
    }

    private boolean makesFailedResult(TreePath call) {
        return calls.method(call).filter(method -> CatchSite.FAILURES.contains(method.getSimpleName().toString())).isPresent();
    }

    private List<String> caught(TreePath clause, Tree type) {
        List<? extends Tree> alternatives = type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
        return alternatives.stream().map(each -> symbols.className(new TreePath(clause, each)).orElse("")).toList();
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
