package org.asyncjava.compiler.tree;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.asyncjava.compiler.frame.Frame;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.AwaitSite;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.CallSite;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.Violation;

/** The rules that a class breaks, by its attributed trees. */
public final class TreeCheck {
    private final Symbols symbols;
    private final Calls calls;
    private final Suppressions suppressions;
    private final Riddles riddles;
    private final AsyncBodies bodies;
    private final Elements elements;

    /**
     * Makes a check within a compilation.
     *
     * @param trees the compiler's trees
     * @param elements its elements
     * @param types its types
     */
    public TreeCheck(Trees trees, Elements elements, Types types) {
        this.symbols = new Symbols(trees, elements, types);
        this.calls = new Calls(trees, elements, types);
        this.suppressions = new Suppressions(trees);
        this.elements = elements;
        this.riddles = new Riddles(symbols, calls);
        this.bodies = new AsyncBodies(symbols, calls, riddles);
    }

    /**
     * Checks a class with all classes in it.
     *
     * @param type path of the class; its code has been attributed
     * @param known the annotations that last as long as a call
     * @return what is wrong, in the order of the source; without warnings that the source suppresses
     */
    public Checked check(TreePath type, CallAnnotations known) {
        Walk walk = new Walk(new Annotations(elements, calls, known));
        walk.scan(type, null);
        return new Checked(List.copyOf(walk.found), walk.async);
    }

    /**
     * What a check found out.
     *
     * @param findings what is wrong
     * @param async a method or lambda that is to be transformed; null if there is none
     */
    public record Checked(List<Finding> findings, Tree async) {
    }

    private final class Walk extends TreePathScanner<Void, Void> {
        private final List<Finding> found = new ArrayList<>();
        private Tree async;
        private TypeElement type;
        private String owner;
        private final Annotations annotations;
        private Frame frame;
        /** Whether the innermost code is a lambda of which javac does not know what it implements. */
        private boolean isUnknown;

        Walk(Annotations annotations) {
            this.annotations = annotations;
        }

        @Override
        public Void visitClass(ClassTree tree, Void none) {
            TypeElement outerType = type;
            String outerOwner = owner;
            Frame outerFrame = frame;
            type = symbols.type(getCurrentPath()).orElse(null);
            if (type != null) {
                owner = symbols.binaryName(type);
                frame = Symbols.isLocal(type) ? frame : null;
                scan(tree.getMembers(), none);
            }
            type = outerType;
            owner = outerOwner;
            frame = outerFrame;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void none) {
            ExecutableElement method = calls.method(getCurrentPath()).orElse(null);
            if (method == null || !symbols.isWritten(getCurrentPath())) {
                return null;
            }
            boolean marked = calls.carriesAsync(method);
            boolean legal = marked && declares(method, tree);
            if (tree.getBody() == null) {
                return null;
            }
            Optional<String> namesake = marked ? Optional.empty() : calls.namesake(method);
            Enclosure enclosure = new Enclosure(Symbols.kind(method, type), owner, tree.getName().toString(), marked, namesake);
            if (legal) {
                async = tree;
            }
            boolean awaits = legal && OwnCode.calls(new TreePath(getCurrentPath(), tree.getBody()), calls::isAwait);
            annotations.violations(method, enclosure, awaits, position(tree)).forEach(violation -> report(violation, tree));
            Frame outer = enter(enclosure);
            if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
                frame.enterMonitor();
            }
            code(tree.getBody(), legal);
            frame = outer;
            return null;
        }

        /** Reports what is wrong with a declaration, and tells whether the method can be async. */
        private boolean declares(ExecutableElement method, MethodTree tree) {
            MethodShape shape = new MethodShape(owner, tree.getName().toString(), symbols.body(method),
                    symbols.objection(method), position(tree));
            List<Violation> violations = shape.violations();
            violations.forEach(violation -> report(violation, tree));
            return violations.isEmpty();
        }

        private Frame enter(Enclosure enclosure) {
            Frame outer = frame;
            frame = new Frame(enclosure, outer);
            return outer;
        }

        /** The code of the frame that has just been entered. */
        private void code(Tree body, boolean isAsync) {
            scan(body, null);
            if (isAsync) {
                bodies.findings(new TreePath(getCurrentPath(), body), frame, this::position).forEach(finding -> report(finding.violation(), finding.at()));
            }
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
            TreePath body = new TreePath(getCurrentPath(), tree.getBody());
            boolean isAsync = OwnCode.calls(body, calls::isAwait) && symbols.isAsyncLambda(getCurrentPath());
            if (isAsync) {
                async = tree;
            }
            if (frame == null) {
                return null;
            }
            Frame outer = enter(new Enclosure(Enclosure.Kind.LAMBDA, owner, frame.enclosure().method(), isAsync));
            boolean outerIsUnknown = isUnknown;
            isUnknown = symbols.isUnknown(getCurrentPath());
            if (tree.getBody() instanceof MethodInvocationTree && calls.startsAsyncWork(body) && symbols.isVoidLambda(getCurrentPath())) {
                dropped(body);
            }
            code(tree.getBody(), isAsync);
            frame = outer;
            isUnknown = outerIsUnknown;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void none) {
            boolean isField = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            if (!isField) {
                return scan(tree.getInitializer(), none);
            }
            if (tree.getInitializer() == null) {
                return null;
            }
            var field = symbols.trees().getElement(getCurrentPath());
            return initialiser(tree.getInitializer(), field != null && field.getModifiers().contains(Modifier.STATIC));
        }

        @Override
        public Void visitBlock(BlockTree tree, Void none) {
            boolean isInitialiser = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            if (!isInitialiser) {
                return super.visitBlock(tree, none);
            }
            Frame outer = initialises(tree.isStatic());
            super.visitBlock(tree, none);
            frame = outer;
            return null;
        }

        private Void initialiser(Tree code, boolean isStatic) {
            Frame outer = initialises(isStatic);
            scan(code, null);
            frame = outer;
            return null;
        }

        private Frame initialises(boolean isStatic) {
            Enclosure.Kind kind = isStatic ? Enclosure.Kind.INITIALISER : Enclosure.Kind.CONSTRUCTOR;
            return enter(new Enclosure(kind, owner, isStatic ? "<clinit>" : "<init>", false));
        }

        @Override
        public Void visitSynchronized(SynchronizedTree tree, Void none) {
            scan(tree.getExpression(), none);
            frame.enterMonitor();
            scan(tree.getBlock(), none);
            frame.exitMonitor();
            return null;
        }

        @Override
        public Void visitExpressionStatement(ExpressionStatementTree tree, Void none) {
            TreePath call = new TreePath(getCurrentPath(), tree.getExpression());
            if (frame != null && tree.getExpression() instanceof MethodInvocationTree && calls.startsAsyncWork(call)) {
                dropped(call);
            }
            return super.visitExpressionStatement(tree, none);
        }

        @Override
        public Void visitReturn(ReturnTree tree, Void none) {
            riddle();
            return super.visitReturn(tree, none);
        }

        @Override
        public Void visitTry(TryTree tree, Void none) {
            riddle();
            return super.visitTry(tree, none);
        }

        private void riddle() {
            if (frame != null) {
                riddles.at(getCurrentPath(), frame, this::position).forEach(finding -> report(finding.violation(), finding.at()));
            }
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
            riddle();
            if (calls.isAwait(getCurrentPath()) && isUnknown) {
                return super.visitMethodInvocation(tree, none);
            }
            if (calls.isAwait(getCurrentPath())) {
                new AwaitSite(frame.chain(), frame.holdsMonitor(), position(tree.getMethodSelect())).violation()
                        .ifPresent(violation -> report(violation, tree.getMethodSelect()));
            } else if (frame != null && frame.enclosure().async() && CallSite.mayBlock(calls.name(tree).toString())) {
                blocking(tree.getMethodSelect());
            }
            if (calls.isStringValueOf(getCurrentPath())) {
                shown(tree.getArguments().get(0));
            }
            return super.visitMethodInvocation(tree, none);
        }

        /** What is made into text is neither awaited nor kept. */
        @Override
        public Void visitBinary(BinaryTree tree, Void none) {
            if (tree.getKind() == Tree.Kind.PLUS) {
                shown(tree.getLeftOperand());
                shown(tree.getRightOperand());
            }
            return super.visitBinary(tree, none);
        }

        @Override
        public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
            if (tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT) {
                shown(tree.getExpression());
            }
            return super.visitCompoundAssignment(tree, none);
        }

        private void shown(ExpressionTree operand) {
            TreePath path = Calls.inside(new TreePath(getCurrentPath(), operand));
            if (frame != null && path.getLeaf() instanceof MethodInvocationTree && calls.startsAsyncWork(path)) {
                dropped(path);
            }
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void none) {
            if (frame != null && frame.enclosure().async()) {
                blocking(tree);
            }
            return super.visitNewClass(tree, none);
        }

        private void blocking(Tree name) {
            calls.callee(getCurrentPath())
                    .flatMap(callee -> new CallSite(frame.enclosure(), callee, false, position(name)).violationByBlocking())
                    .ifPresent(violation -> report(violation, name));
        }

        /** A call, or a reference to a method, that starts async work and the result of which is thrown away. */
        private void dropped(TreePath path) {
            Tree name = path.getLeaf() instanceof MethodInvocationTree call ? call.getMethodSelect() : path.getLeaf();
            calls.callee(path).flatMap(callee -> new CallSite(frame.enclosure(), callee, true, position(name)).violationByDropping())
                    .ifPresent(violation -> report(violation, name));
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void none) {
            if (frame != null && calls.isAwait(getCurrentPath())) {
                Enclosure at = frame.enclosure();
                report(AwaitRule.REFERENCE_TO_AWAIT.violation(at, position(tree), at.display()), tree);
            } else if (frame != null && calls.startsAsyncWork(getCurrentPath()) && symbols.isVoidLambda(getCurrentPath())) {
                dropped(getCurrentPath());
            }
            return super.visitMemberReference(tree, none);
        }

        private void report(Violation violation, Tree at) {
            if (!suppressions.cover(getCurrentPath(), violation.rule())) {
                found.add(new Finding(violation, at));
            }
        }

        private Position position(Tree tree) {
            return symbols.position(getCurrentPath().getCompilationUnit(), tree);
        }
    }
}
