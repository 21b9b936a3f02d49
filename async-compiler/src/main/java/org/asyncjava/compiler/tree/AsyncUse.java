package org.asyncjava.compiler.tree;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.asyncjava.rules.Callee;

/**
 * Whether a class has to do with async code at all. Most classes of most projects do not, and to walk through all that these do would cost javac a
 * tenth of its time, most of it for compiling the walk. It errs on one side: what could break a rule or be transformed has to do with async code, and so
 * has what javac could not resolve. There are no lambdas and streams here, since a small compilation pays more for them than for the rest. For one thread.
 */
final class AsyncUse extends TreeScanner<Void, Void> {
    private static final String OURS = "org.asyncjava.";

    private final Cursor cursor;
    private final Symbols symbols;
    private final TreeCalls calls;
    private final TreeResources resources;
    /** A project calls few methods, and those often. */
    private final Map<Element, Boolean> known = new HashMap<>();
    private boolean isFound;

    AsyncUse(Cursor cursor, Symbols symbols, TreeCalls calls, TreeResources resources) {
        this.cursor = cursor;
        this.symbols = symbols;
        this.calls = calls;
        this.resources = resources;
    }

    /** Whether there is some in a class. */
    boolean isIn(TreePath type) {
        isFound = false;
        cursor.at(type, () -> type.getLeaf().accept(this, null));
        return isFound;
    }

    @Override
    public Void scan(Tree tree, Void none) {
        if (tree == null || isFound) {
            return null;
        }
        cursor.enter(tree);
        try {
            return tree.accept(this, none);
        } finally {
            cursor.leave();
        }
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void none) {
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
        isFound = !(element() instanceof ExecutableElement declared) || !declared.getAnnotationMirrors().isEmpty() && isMarked(declared);
        return super.visitMethod(method, none);
    }

    /** Of a test, which is marked as others are, it matters what it returns. */
    private boolean isMarked(ExecutableElement method) {
        return isNoted(method) || calls.carriesGenerator(method) || calls.asyncResult(method).isPresent();
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        isFound = isNoted(element());
        return super.visitMethodInvocation(call, none);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void none) {
        isFound = isNoted(element());
        return super.visitMemberReference(reference, none);
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Void none) {
        isFound = isNoted(element());
        return super.visitNewClass(creation, none);
    }

    @Override
    public Void visitTry(TryTree attempt, Void none) {
        isFound = !attempt.getResources().isEmpty() && !resources.of(attempt).isEmpty();
        return super.visitTry(attempt, none);
    }

    private Element element() {
        return symbols.trees().getElement(cursor.path());
    }

    /** Whether what is called by that name has to be looked at; null if javac does not know it. */
    private boolean isNoted(Element called) {
        Boolean isNoted = known.get(called);
        if (isNoted == null) {
            isNoted = !(called instanceof ExecutableElement method) || isAsync(method);
            known.put(called, isNoted);
        }
        return isNoted;
    }

    private boolean isAsync(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return owner.getQualifiedName().toString().startsWith(OURS) || calls.work(method) != Callee.Work.NONE
                || resources.isAsync(owner.asType()) || resources.isAsync(method.getReturnType());
    }
}
