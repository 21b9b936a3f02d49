package org.asyncjava.compiler.tree;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** The checked exceptions that a try with awaits catches and nothing in it is known to throw, which is an error (JLS 11.2.3). */
final class UnknownThrows {
    private final Symbols symbols;
    private final Calls calls;

    UnknownThrows(Symbols symbols, Calls calls) {
        this.symbols = symbols;
        this.calls = calls;
    }

    /** The trees that name them. */
    List<Tree> of(TreePath path) {
        TryTree attempt = (TryTree) path.getLeaf();
        TreePath block = new TreePath(path, attempt.getBlock());
        List<Tree> unknown = new ArrayList<>();
        if (!attempt.getResources().isEmpty() || attempt.getCatches().isEmpty() || !OwnCode.calls(block, calls::isAwait)) {
            return unknown;
        }
        Thrown thrown = new Thrown();
        thrown.scan(block, null);
        for (CatchTree clause : attempt.getCatches()) {
            Tree type = clause.getParameter().getType();
            for (Tree each : type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type)) {
                TypeMirror caught = symbols.trees().getTypeMirror(new TreePath(path, each));
                if (caught != null && isPlainlyChecked(caught) && !thrown.mayBe(caught)) {
                    unknown.add(each);
                }
            }
        }
        return unknown;
    }

    /** {@code Exception} and {@code Throwable} have unchecked subclasses: to catch them is no error. */
    private boolean isPlainlyChecked(TypeMirror type) {
        return symbols.isSubtype(type, "java.lang.Exception") && !symbols.isSubtype(type, "java.lang.RuntimeException")
                && !symbols.className(type).equals("java.lang.Exception");
    }

    private final class Thrown extends TreePathScanner<Void, Void> {
        private final List<TypeMirror> types = new ArrayList<>();
        private boolean unsure;

        boolean mayBe(TypeMirror caught) {
            return unsure || types.stream().anyMatch(type -> symbols.isAssignable(type, caught) || symbols.isAssignable(caught, type));
        }

        private void add(TreePath call) {
            ExecutableElement method = calls.method(call).orElse(null);
            if (method == null) {
                unsure = true;
            } else {
                types.addAll(method.getThrownTypes());
                unsure |= method.getThrownTypes().stream().anyMatch(type -> !symbols.isClass(type));
            }
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            add(getCurrentPath());
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitNewClass(NewClassTree creation, Void none) {
            add(getCurrentPath());
            return super.visitNewClass(creation, none);
        }

        @Override
        public Void visitThrow(ThrowTree statement, Void none) {
            unsure = true;
            return super.visitThrow(statement, none);
        }

        @Override
        public Void visitTry(TryTree inner, Void none) {
            unsure |= !inner.getResources().isEmpty();
            return super.visitTry(inner, none);
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
}
