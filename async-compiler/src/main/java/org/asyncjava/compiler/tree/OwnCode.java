package org.asyncjava.compiler.tree;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.function.Predicate;

/** Looks for something in code, but not in the lambdas and classes in it. */
final class OwnCode extends TreePathScanner<Boolean, Void> {
    private final Predicate<TreePath> isWantedCall;
    private final boolean wantsThrow;

    private OwnCode(Predicate<TreePath> isWantedCall, boolean wantsThrow) {
        this.isWantedCall = isWantedCall;
        this.wantsThrow = wantsThrow;
    }

    /** Whether the code has a call of some kind. */
    static boolean calls(TreePath code, Predicate<TreePath> isWanted) {
        return Boolean.TRUE.equals(new OwnCode(isWanted, false).scan(code, null));
    }

    /** Whether the code throws something itself, or has a call of some kind. */
    static boolean throwsOrCalls(TreePath code, Predicate<TreePath> isWanted) {
        return Boolean.TRUE.equals(new OwnCode(isWanted, true).scan(code, null));
    }

    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree call, Void none) {
        return reduce(isWantedCall.test(getCurrentPath()), super.visitMethodInvocation(call, none));
    }

    @Override
    public Boolean visitThrow(ThrowTree thrown, Void none) {
        return reduce(wantsThrow, super.visitThrow(thrown, none));
    }

    @Override
    public Boolean visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
        return false;
    }

    @Override
    public Boolean visitClass(ClassTree type, Void none) {
        return false;
    }

    @Override
    public Boolean reduce(Boolean one, Boolean other) {
        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
    }
}
