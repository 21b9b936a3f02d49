package org.asyncjava.compiler.tree;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import org.asyncjava.rules.flow.Effect;

/** The calls in a method or lambda that are given a coroutine which has certainly been started: a variable that is assigned once. */
final class RepeatedUses extends TreePathScanner<Void, Void> {
    private final Symbols symbols;
    private final Calls calls;
    private final Map<Element, MethodInvocationTree> made = new LinkedHashMap<>();
    private final Map<Element, List<MethodInvocationTree>> uses = new LinkedHashMap<>();
    private final Set<Element> assigned = new HashSet<>();

    private RepeatedUses(Symbols symbols, Calls calls) {
        this.symbols = symbols;
        this.calls = calls;
    }

    /** The calls, each with the one that has made the coroutine. */
    static Map<MethodInvocationTree, MethodInvocationTree> in(TreePath body, Symbols symbols, Calls calls) {
        RepeatedUses scan = new RepeatedUses(symbols, calls);
        scan.scan(body, null);
        Map<MethodInvocationTree, MethodInvocationTree> found = new LinkedHashMap<>();
        scan.uses.forEach((variable, uses) -> {
            if (uses.size() > 1 && !scan.assigned.contains(variable)) {
                MethodInvocationTree made = scan.made.get(variable);
                FlowScan.of(body, call -> effect(call.getLeaf() == made, uses.contains(call.getLeaf())), symbols::isThrowable).isTaken().stream()
                        .filter(uses::contains).forEach(use -> found.put(use, made));
            }
        });
        return found;
    }

    private static Effect effect(boolean makes, boolean uses) {
        return makes ? Effect.RELEASES : uses ? Effect.USES : Effect.NONE;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
        TreePath value = Calls.inside(new TreePath(getCurrentPath(), variable.getInitializer() == null ? variable : variable.getInitializer()));
        if (value.getLeaf() instanceof MethodInvocationTree call && calls.makesCoroutine(value)) {
            made.put(symbols.trees().getElement(getCurrentPath()), call);
        }
        return super.visitVariable(variable, none);
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void none) {
        assigned.add(element(assignment.getVariable()));
        return super.visitAssignment(assignment, none);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        if (calls.isAwait(getCurrentPath()) || calls.startsCoroutines(getCurrentPath())) {
            for (ExpressionTree argument : call.getArguments()) {
                Element variable = element(argument);
                if (made.containsKey(variable)) {
                    uses.computeIfAbsent(variable, key -> new ArrayList<>()).add(call);
                }
            }
        }
        return super.visitMethodInvocation(call, none);
    }

    private Element element(ExpressionTree tree) {
        TreePath path = Calls.inside(new TreePath(getCurrentPath(), tree));
        return path.getLeaf() instanceof IdentifierTree ? symbols.trees().getElement(path) : null;
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
