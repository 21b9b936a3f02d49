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
import java.util.List;
import org.asyncjava.rules.CancellationFlow;
import org.asyncjava.rules.CatchSite;

/** The catch clauses in a method or lambda in which the cancellation of one of its awaits can end. */
final class SwallowingCatches extends TreePathScanner<Void, Void> {
    private final Symbols symbols;
    private final Calls calls;
    private final CancellationFlow<CatchTree> flow = new CancellationFlow<>();

    private SwallowingCatches(Symbols symbols, Calls calls) {
        this.symbols = symbols;
        this.calls = calls;
    }

    static List<CancellationFlow.Clause<CatchTree>> in(TreePath body, Symbols symbols, Calls calls) {
        SwallowingCatches scan = new SwallowingCatches(symbols, calls);
        scan.scan(body, null);
        return scan.flow.swallowing();
    }

    @Override
    public Void visitTry(TryTree attempt, Void none) {
        TreePath path = getCurrentPath();
        flow.enter(() -> attempt.getCatches().stream().map(clause -> clause(new TreePath(path, clause), clause)).toList());
        scan(attempt.getResources(), none);
        scan(attempt.getBlock(), none);
        flow.leave();
        scan(attempt.getCatches(), none);
        return scan(attempt.getFinallyBlock(), none);
    }

    private CancellationFlow.Clause<CatchTree> clause(TreePath path, CatchTree clause) {
        return new CancellationFlow.Clause<>(clause, caught(path, clause.getParameter().getType()),
                () -> OwnCode.throwsOrCalls(new TreePath(path, clause.getBlock()), this::makesFailedResult));
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        if (calls.isAwait(getCurrentPath())) {
            flow.await();
        }
        return super.visitMethodInvocation(call, none);
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
