package org.asyncjava.compiler.source;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asyncjava.compiler.frame.Frame;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.AwaitSite;
import org.asyncjava.rules.CallSite;
import org.asyncjava.rules.CatchSite;
import org.asyncjava.rules.CoroutineUse;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.rules.ReturnSite;
import org.asyncjava.rules.Violation;

/** One way through a source file. Code in a lambda of which it is not known whether it is async breaks no rule that depends on it. */
final class SourceWalk {
    private final SourceFile file;
    private final Names names;
    private final Calls calls;
    private final LambdaTargets lambdas;
    private final Shapes shapes;
    private final ValueBody values;
    private final Annotations annotations;
    private final Riddles riddles;
    private final ClassNames classNames;
    private final List<Violation> found = new ArrayList<>();
    private Frame frame;
    /** Whether the innermost code, and whether any code around it, is a lambda of unknown nature. */
    private boolean unsure;
    private boolean unsureAround;

    SourceWalk(SourceFile file, Calls calls, LambdaTargets lambdas, Shapes shapes, Annotations annotations) {
        this.file = file;
        this.names = calls.names();
        this.annotations = annotations;
        this.calls = calls;
        this.lambdas = lambdas;
        this.shapes = shapes;
        this.values = new ValueBody(calls, names);
        this.riddles = new Riddles(calls, this::position);
        this.classNames = new ClassNames(file);
    }

    List<Violation> violations() {
        file.unit().getTypes().forEach(this::visit);
        return found;
    }

    private void visit(Node node) {
        if (node instanceof TypeDeclaration<?> type) {
            boolean isMember = !(type.getParentNode().orElse(null) instanceof Statement);
            type(type, isMember);
        } else if (node instanceof MethodDeclaration method) {
            method(method);
        } else if (node instanceof ConstructorDeclaration || node instanceof CompactConstructorDeclaration) {
            in(enclosure(Enclosure.Kind.CONSTRUCTOR, "<init>", false), node);
        } else if (node instanceof InitializerDeclaration initialiser) {
            initialiser(initialiser.isStatic(), node);
        } else if (node instanceof FieldDeclaration field) {
            initialiser(field.isStatic() || field.getParentNode().filter(SourceStub::isInterface).isPresent(), node);
        } else if (node instanceof EnumConstantDeclaration) {
            initialiser(true, node);
        } else {
            code(node);
        }
    }

    private void code(Node node) {
        if (node instanceof LambdaExpr lambda) {
            lambda(lambda);
        } else if (node instanceof ObjectCreationExpr creation && creation.getAnonymousClassBody().isPresent()) {
            creation.getArguments().forEach(this::visit);
            type(creation, false);
        } else if (node instanceof SynchronizedStmt statement && frame != null) {
            visit(statement.getExpression());
            frame.enterMonitor();
            visit(statement.getBody());
            frame.exitMonitor();
        } else {
            if (frame != null && !unsure) {
                riddles.at(node, frame.enclosure()).forEach(violation -> report(violation, node));
            }
            if (node instanceof MethodCallExpr call && frame != null) {
                call(call);
            } else if (node instanceof MethodReferenceExpr reference && frame != null) {
                reference(reference);
            } else if (node instanceof ObjectCreationExpr creation && frame != null && frame.enclosure().async()) {
                calls.constructor(creation).flatMap(callee -> new CallSite(frame.enclosure(), callee, false, position(creation)).violationByBlocking())
                        .ifPresent(violation -> report(violation, creation));
            }
            node.getChildNodes().forEach(this::visit);
        }
    }

    /** A member begins anew; a local or anonymous class stands in the code around it. */
    private void type(Node type, boolean isMember) {
        Frame outer = frame;
        boolean outerUnsure = unsure;
        boolean outerUnsureAround = unsureAround;
        classNames.enter(type);
        frame = isMember ? null : frame;
        unsureAround = !isMember && (unsureAround || unsure);
        unsure = false;
        if (type instanceof ObjectCreationExpr creation) {
            creation.getAnonymousClassBody().orElseThrow().forEach(this::visit);
        } else {
            type.getChildNodes().forEach(this::visit);
        }
        classNames.leave();
        frame = outer;
        unsure = outerUnsure;
        unsureAround = outerUnsureAround;
    }

    private void method(MethodDeclaration method) {
        boolean marked = method.getAnnotations().stream().anyMatch(names::isAsync);
        boolean legal = marked && declares(method);
        if (method.getBody().isEmpty()) {
            return;
        }
        Node parent = method.getParentNode().orElseThrow();
        boolean isMember = parent instanceof TypeDeclaration<?> type && !(type.getParentNode().orElse(null) instanceof Statement);
        Enclosure.Kind kind = isMember ? Enclosure.Kind.METHOD : Enclosure.Kind.LOCAL_CLASS_METHOD;
        Frame outer = frame;
        Optional<String> namesake = marked ? Optional.empty() : names.namesake(method.getAnnotations());
        frame = new Frame(new Enclosure(kind, classNames.current(), method.getNameAsString(), marked, namesake), outer);
        boolean awaits = legal && OwnCode.has(method.getBody().get(), this::isAwait);
        annotations.violations(method, frame.enclosure(), awaits, position(method.getName())).forEach(violation -> report(violation, method));
        if (method.isSynchronized()) {
            frame.enterMonitor();
        }
        visit(method.getBody().get());
        if (legal) {
            asyncCode(method.getBody().get(), method.getName());
        }
        frame = outer;
    }

    /** Reports what is wrong with a declaration, and tells whether the method can be async. */
    private boolean declares(MethodDeclaration method) {
        MethodShape shape = new MethodShape(classNames.current(), method.getNameAsString(), shapes.body(method), shapes.objection(method),
                position(method.getName()));
        List<Violation> violations = shape.violations();
        violations.forEach(violation -> report(violation, method));
        return violations.isEmpty();
    }

    private void initialiser(boolean isStatic, Node node) {
        in(enclosure(isStatic ? Enclosure.Kind.INITIALISER : Enclosure.Kind.CONSTRUCTOR, isStatic ? "<clinit>" : "<init>", false), node);
    }

    private void in(Enclosure enclosure, Node node) {
        Frame outer = frame;
        frame = new Frame(enclosure, outer);
        if (node instanceof EnumConstantDeclaration constant && constant.getClassBody().isNonEmpty()) {
            constant.getArguments().forEach(this::visit);
            classNames.enter(constant);
            constant.getClassBody().forEach(this::visit);
            classNames.leave();
        } else {
            node.getChildNodes().forEach(this::visit);
        }
        frame = outer;
    }

    private void lambda(LambdaExpr lambda) {
        if (frame == null) {
            return;
        }
        LambdaTargets.Nature nature = lambdas.natureOf(lambda);
        boolean isAsync = nature == LambdaTargets.Nature.ASYNC && OwnCode.has(lambda.getBody(), this::isAwait);
        Frame outer = frame;
        boolean outerUnsure = unsure;
        boolean outerUnsureAround = unsureAround;
        frame = new Frame(enclosure(Enclosure.Kind.LAMBDA, outer.enclosure().method(), isAsync), outer);
        unsureAround = unsureAround || unsure;
        unsure = nature == LambdaTargets.Nature.UNSURE || riddles.isMisplaced(lambda);
        visit(lambda.getBody());
        if (isAsync) {
            asyncCode(lambda.getBody(), lambda);
        }
        frame = outer;
        unsure = outerUnsure;
        unsureAround = outerUnsureAround;
    }

    private boolean isAwait(Node node) {
        return node instanceof MethodCallExpr call && calls.isAwait(call);
    }

    private void asyncCode(Node body, Node name) {
        Enclosure at = frame.enclosure();
        NullReturns.in(body).forEach(literal -> report(AwaitRule.NULL_RETURNED.violation(at, position(literal), at.display()), literal));
        EarlyReturns.in(body, names, calls).forEach(this::returned);
        riddles.atEnd(body, at).forEach(violation -> report(violation, body));
        if (!OwnCode.has(body, this::isAwait)) {
            if (body.getParentNode().orElse(null) instanceof MethodDeclaration method && values.is(method, classNames.current())) {
                report(AwaitRule.ASYNC_WITHOUT_AWAIT.violation(at, position(name), at.display()), body);
            }
            return;
        }
        for (MethodCallExpr await : LockedAwaits.in(body, calls, names)) {
            new AwaitSite(frame.chain(), false, position(await.getName())).violationHoldingLock().ifPresent(violation -> report(violation, await));
        }
        RepeatedUses.in(body, calls).forEach(use -> calls.callee(use.made())
                .map(callee -> new CoroutineUse(at, callee, position(use.call().getName())).violation()).ifPresent(violation -> report(violation, use.call())));
        SwallowingCatches.in(body, calls).forEach(each -> new CatchSite(at, each.caught(), false, position(each.clause())).violation()
                .ifPresent(violation -> report(violation, each.clause())));
    }

    private void returned(MethodCallExpr call) {
        String result = calls.asyncResult(call).orElseThrow();
        calls.callee(call).flatMap(callee -> new ReturnSite(frame.enclosure(), callee, result, position(call.getName())).violation())
                .ifPresent(violation -> report(violation, call));
    }

    private void call(MethodCallExpr call) {
        if (calls.isAwait(call)) {
            if (!unsure) {
                new AwaitSite(frame.chain(), frame.holdsMonitor(), position(call.getName())).violation()
                        .filter(violation -> !unsureAround || violation.rule() == AwaitRule.AWAIT_HOLDING_MONITOR)
                        .ifPresent(violation -> report(violation, call));
            }
            return;
        }
        boolean dropped = isDropped(call);
        if (dropped || frame.enclosure().async()) {
            calls.callee(call).ifPresent(callee -> new CallSite(frame.enclosure(), callee, dropped, position(call.getName()))
                    .violations().forEach(violation -> report(violation, call)));
        }
    }

    private boolean isDropped(MethodCallExpr call) {
        Node parent = call.getParentNode().orElseThrow();
        if (isShown(call)) {
            return true;
        }
        if (parent instanceof ForStmt loop) {
            return loop.getUpdate().contains(call) || loop.getInitialization().contains(call);
        }
        if (!(parent instanceof ExpressionStmt)) {
            return false;
        }
        return !(parent.getParentNode().orElse(null) instanceof LambdaExpr lambda)
                || lambdas.natureOf(lambda) == LambdaTargets.Nature.VOID;
    }

    /** Whether a value is made into text, and so neither awaited nor kept. */
    private static boolean isShown(Expression value) {
        Node parent = value.getParentNode().orElseThrow();
        return parent instanceof EnclosedExpr enclosed ? isShown(enclosed)
                : parent instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS
                        || parent instanceof AssignExpr assignment && assignment.getOperator() == AssignExpr.Operator.PLUS
                        || parent instanceof MethodCallExpr call && call.getNameAsString().equals("valueOf") && call.getArguments().contains(value)
                                && call.getScope().filter(scope -> scope.toString().equals("String")).isPresent();
    }

    private void reference(MethodReferenceExpr reference) {
        if (reference.getIdentifier().equals("await") && names.isAwaitClass(reference.getScope().toString())) {
            Enclosure at = frame.enclosure();
            report(AwaitRule.REFERENCE_TO_AWAIT.violation(at, position(reference), at.display()), reference);
        } else if (lambdas.natureOf(reference) == LambdaTargets.Nature.VOID) {
            calls.callee(reference).flatMap(callee -> new CallSite(frame.enclosure(), callee, true, position(reference)).violationByDropping())
                    .ifPresent(violation -> report(violation, reference));
        }
    }

    private Enclosure enclosure(Enclosure.Kind kind, String method, boolean isAsync) {
        return new Enclosure(kind, classNames.current(), method, isAsync);
    }

    private void report(Violation violation, Node at) {
        if (!Suppressions.cover(at, violation.rule())) {
            found.add(violation);
        }
    }

    private org.asyncjava.rules.Position position(Node node) {
        Position begin = node.getBegin().orElse(Position.HOME);
        return new org.asyncjava.rules.Position(file.simpleName(), begin.line, begin.column);
    }
}
