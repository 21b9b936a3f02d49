package org.asyncjava.compiler.tree;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.asyncjava.compiler.frame.Frame;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.AwaitSite;
import org.asyncjava.rules.CatchSite;
import org.asyncjava.rules.CoroutineUse;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.ReturnSite;
import org.asyncjava.rules.Violation;

/** The rules about the code of an async method or lambda as a whole. */
final class AsyncBodies {
    private final Symbols symbols;
    private final Calls calls;
    private final ValueBody values;
    private final Riddles riddles;

    AsyncBodies(Symbols symbols, Calls calls, Riddles riddles) {
        this.riddles = riddles;
        this.symbols = symbols;
        this.calls = calls;
        this.values = new ValueBody(symbols, calls);
    }

    /**
     * What is wrong.
     *
     * @param body path of the code, in the method or lambda that has it
     * @param frame its frame
     * @param position where a tree is
     */
    List<Finding> findings(TreePath body, Frame frame, Function<Tree, Position> position) {
        Enclosure at = frame.enclosure();
        List<Finding> found = new ArrayList<>();
        NullReturns.in(body.getLeaf()).forEach(literal ->
                found.add(new Finding(AwaitRule.NULL_RETURNED.violation(at, position.apply(literal), at.display()), literal)));
        EarlyReturns.in(body, symbols, calls).forEach(call -> add(found, call.getMethodSelect(),
                name -> returned(at, new TreePath(body, call), position.apply(name))));
        found.addAll(riddles.atEnd(body, frame, position));
        if (!OwnCode.calls(body, calls::isAwait)) {
            Tree declaration = body.getParentPath().getLeaf();
            if (calls.method(body.getParentPath()).filter(method -> values.is(body, method)).isPresent()) {
                found.add(new Finding(AwaitRule.ASYNC_WITHOUT_AWAIT.violation(at, position.apply(declaration), at.display()), declaration));
            }
            return found;
        }
        for (MethodInvocationTree await : LockedAwaits.in(body, symbols, calls)) {
            add(found, await.getMethodSelect(), name -> new AwaitSite(frame.chain(), false, position.apply(name)).violationHoldingLock());
        }
        RepeatedUses.in(body, symbols, calls).forEach((use, made) -> add(found, use.getMethodSelect(),
                name -> calls.callee(new TreePath(body, made)).map(callee -> new CoroutineUse(at, callee, position.apply(name)).violation())));
        SwallowingCatches.in(body, symbols, calls).forEach(each ->
                add(found, each.clause(), tree -> new CatchSite(at, each.caught(), false, position.apply(tree)).violation()));
        return found;
    }

    private static void add(List<Finding> found, Tree tree, Function<Tree, Optional<Violation>> rule) {
        rule.apply(tree).ifPresent(violation -> found.add(new Finding(violation, tree)));
    }

    private Optional<Violation> returned(Enclosure at, TreePath call, Position position) {
        String result = calls.asyncResult(call).orElseThrow();
        return calls.callee(call).flatMap(callee -> new ReturnSite(at, callee, result, position).violation());
    }
}
