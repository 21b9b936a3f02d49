package org.asyncjava.compiler.tree;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Whether a method does no more than return a value, or what an async method of its class returns, so that it makes no difference when it
 * runs, and it cannot fail: without {@code @Async} it would be the same.
 */
final class ValueBody {
    private static final Set<String> VALUES = Set.of("org.asyncjava.runtime.Coroutine.of", "org.asyncjava.runtime.Coroutine.done",
            "java.util.concurrent.CompletableFuture.completedFuture", "java.util.concurrent.CompletableFuture.completedStage");

    private final Symbols symbols;
    private final TreeCalls calls;

    ValueBody(Symbols symbols, TreeCalls calls) {
        this.symbols = symbols;
        this.calls = calls;
    }

    /** Of a method that does not compile nothing is known. */
    boolean is(TreePath body, ExecutableElement method) {
        List<? extends StatementTree> statements = body.getLeaf() instanceof BlockTree block
                ? block.getStatements().stream().filter(statement -> !(statement instanceof EmptyStatementTree)).toList() : List.of();
        if (statements.size() != 1 || !(statements.get(0) instanceof ReturnTree end) || end.getExpression() == null) {
            return false;
        }
        TreePath result = TreeCode.inside(new TreePath(new TreePath(body, end), end.getExpression()));
        return result.getLeaf() instanceof MethodInvocationTree call && symbols.isAssignable(result, method.getReturnType())
                && calls.method(result).filter(called -> isHarmless(called, call, method)).isPresent() && areValues(result, call);
    }

    private boolean isHarmless(ExecutableElement called, MethodInvocationTree call, ExecutableElement caller) {
        TypeElement declaring = (TypeElement) called.getEnclosingElement();
        return VALUES.contains(declaring.getQualifiedName() + "." + called.getSimpleName())
                || declaring.equals(caller.getEnclosingElement()) && calls.carriesAsync(called) && cannotBeOverridden(called) && isOwn(call);
    }

    private static boolean cannotBeOverridden(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        return modifiers.contains(Modifier.PRIVATE) || modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.FINAL);
    }

    private static boolean isOwn(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof IdentifierTree
                || call.getMethodSelect() instanceof MemberSelectTree select && select.getExpression() instanceof IdentifierTree self
                        && self.getName().contentEquals("this");
    }

    private boolean areValues(TreePath path, MethodInvocationTree call) {
        ExecutableElement called = calls.method(path).orElseThrow();
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (called.isVarArgs() || called.getParameters().size() != arguments.size()) {
            return false;
        }
        for (int index = 0; index < arguments.size(); index++) {
            if (!isValue(TreeCode.inside(new TreePath(path, arguments.get(index))), called.getParameters().get(index).asType())) {
                return false;
            }
        }
        return true;
    }

    /** A constant, a parameter or {@code this}, which need not be unboxed. */
    private boolean isValue(TreePath argument, TypeMirror parameter) {
        Tree tree = argument.getLeaf();
        if (tree instanceof UnaryTree negated && negated.getKind() == Tree.Kind.UNARY_MINUS) {
            return negated.getExpression() instanceof LiteralTree;
        }
        if (tree instanceof LiteralTree) {
            return true;
        }
        Element named = tree instanceof IdentifierTree ? symbols.trees().getElement(argument) : null;
        boolean constant = named instanceof VariableElement variable && variable.getConstantValue() != null;
        boolean isParameter = named != null && (named.getKind() == ElementKind.PARAMETER || named.getSimpleName().contentEquals("this"));
        return constant || isParameter && (!parameter.getKind().isPrimitive() || named.asType().getKind().isPrimitive());
    }
}
