package org.asyncjava.compiler.tree;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.asyncjava.compiler.walk.OwnCode;
import org.asyncjava.rules.flow.CodeEvents;

/** The checked exceptions that a try with awaits catches and nothing in it is known to throw, which is an error (JLS 11.2.3). */
final class UnknownThrows {
    private final Cursor cursor;
    private final TreeCode code;
    private final Symbols symbols;
    private final TreeCalls calls;

    UnknownThrows(Cursor cursor, TreeCode code, Symbols symbols, TreeCalls calls) {
        this.cursor = cursor;
        this.code = code;
        this.symbols = symbols;
        this.calls = calls;
    }

    /** The trees that name them. */
    List<Tree> of(TryTree attempt) {
        TreePath path = cursor.path(attempt);
        List<Tree> unknown = new ArrayList<>();
        if (!attempt.getResources().isEmpty() || attempt.getCatches().isEmpty() || !OwnCode.calls(code, attempt.getBlock(), calls::isAwait)) {
            return unknown;
        }
        Thrown thrown = new Thrown();
        code.tell(attempt.getBlock(), thrown);
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

    private final class Thrown implements CodeEvents<Tree> {
        private final List<TypeMirror> types = new ArrayList<>();
        private boolean unsure;

        boolean mayBe(TypeMirror caught) {
            return unsure || types.stream().anyMatch(type -> symbols.isAssignable(type, caught) || symbols.isAssignable(caught, type));
        }

        private void add(Tree call) {
            ExecutableElement method = calls.method(cursor.path(call)).orElse(null);
            if (method == null) {
                unsure = true;
            } else {
                types.addAll(method.getThrownTypes());
                unsure |= method.getThrownTypes().stream().anyMatch(type -> !symbols.isClass(type));
            }
        }

        @Override
        public void call(Tree call, Tree target, Runnable operands) {
            add(call);
            operands.run();
        }

        @Override
        public void creation(Tree creation, Runnable operands) {
            add(creation);
            operands.run();
        }

        @Override
        public void thrown(Runnable operands) {
            unsure = true;
        }

        @Override
        public void attempt(Attempt<Tree> inner) {
            unsure |= inner.resources().isPresent();
            CodeEvents.super.attempt(inner);
        }
    }
}
