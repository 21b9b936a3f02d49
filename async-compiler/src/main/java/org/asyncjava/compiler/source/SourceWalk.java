package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import java.util.Optional;
import org.asyncjava.compiler.walk.CodeWalk;
import org.asyncjava.compiler.walk.Declarations;
import org.asyncjava.compiler.walk.DeclaredMethod;
import org.asyncjava.compiler.walk.Finding;
import org.asyncjava.compiler.walk.LambdaNature;
import org.asyncjava.compiler.walk.Mark;
import org.asyncjava.compiler.walk.Sights;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.rules.EntryShape;
import org.asyncjava.rules.GeneratorShape;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassPath;

/** One way through a source file. */
final class SourceWalk implements Declarations<Node> {
    private final SourceFile file;
    private final SourceCode code;
    private final SourceCalls calls;
    private final LambdaTargets lambdas;
    private final Shapes shapes;
    private final Annotations annotations;
    private final SourceRiddles riddles;
    private final ValueBody values;
    private final ClassNames classNames;

    private SourceWalk(SourceFile file, SourceCalls calls, LambdaTargets lambdas, Shapes shapes, Annotations annotations) {
        this.file = file;
        this.code = new SourceCode(file, calls.names());
        this.calls = calls;
        this.lambdas = lambdas;
        this.shapes = shapes;
        this.annotations = annotations;
        this.riddles = new SourceRiddles(calls, code);
        this.values = new ValueBody(calls, calls.names());
        this.classNames = new ClassNames(file);
    }

    /**
     * A way through a file.
     *
     * @param calls in the file
     * @param classes those of the sources and those that they use
     * @param annotations those that last as long as a call
     */
    static SourceWalk of(SourceFile file, SourceCalls calls, ClassPath classes, CallAnnotations annotations) {
        Names names = calls.names();
        LambdaTargets lambdas = new LambdaTargets(names, calls, calls.hierarchy(), classes);
        return new SourceWalk(file, calls, lambdas, new Shapes(file, names, classes), new Annotations(calls, names, annotations));
    }

    List<Violation> violations() {
        return findings(Sights.unseen()).stream().map(Finding::violation).toList();
    }

    /** What is wrong, each with the node that it is about. */
    List<Finding<Node>> findings(Sights<Node> sights) {
        CodeWalk<Node> walk = new CodeWalk<>(code, calls, riddles, this, sights);
        file.unit().getTypes().forEach(walk::type);
        return walk.found();
    }

    @Override
    public void tell(Node type, CodeWalk<Node> to) {
        boolean isMember = type instanceof TypeDeclaration<?> && !(type.getParentNode().orElse(null) instanceof Statement);
        to.type(classNames.of(type, to.owner()), !isMember, () -> members(type).forEach(member -> member(member, to)));
    }

    private static List<Node> members(Node type) {
        if (type instanceof ObjectCreationExpr creation) {
            return List.copyOf(creation.getAnonymousClassBody().orElseThrow());
        }
        return type instanceof EnumConstantDeclaration constant ? List.copyOf(constant.getClassBody())
                : type.getChildNodes().stream().filter(BodyDeclaration.class::isInstance).toList();
    }

    private void member(Node member, CodeWalk<Node> to) {
        if (member instanceof TypeDeclaration) {
            to.type(member);
        } else if (member instanceof MethodDeclaration) {
            to.method(member);
        } else if (member instanceof ConstructorDeclaration constructor) {
            to.constructor(() -> code.tell(constructor.getBody(), to));
        } else if (member instanceof CompactConstructorDeclaration constructor) {
            to.constructor(() -> code.tell(constructor.getBody(), to));
        } else if (member instanceof InitializerDeclaration initialiser) {
            initialiser(initialiser.isStatic(), () -> code.tell(initialiser.getBody(), to), to);
        } else if (member instanceof FieldDeclaration field) {
            boolean isStatic = field.isStatic() || field.getParentNode().filter(SourceStub::isInterface).isPresent();
            initialiser(isStatic, () -> field.getVariables().forEach(variable -> variable.getInitializer().ifPresent(value -> code.tell(value, to))), to);
        } else if (member instanceof EnumConstantDeclaration constant) {
            initialiser(true, () -> constant(constant, to), to);
        }
    }

    private static void initialiser(boolean isStatic, Runnable initialiser, CodeWalk<Node> to) {
        if (isStatic) {
            to.staticInitialiser(initialiser);
        } else {
            to.constructor(initialiser);
        }
    }

    private void constant(EnumConstantDeclaration constant, CodeWalk<Node> to) {
        constant.getArguments().forEach(argument -> code.tell(argument, to));
        if (constant.getClassBody().isNonEmpty()) {
            to.type(constant);
        }
    }

    @Override
    public DeclaredMethod<Node> method(Node node, String owner) {
        MethodDeclaration method = (MethodDeclaration) node;
        Optional<Mark> mark = mark(method, owner);
        return new DeclaredMethod<>(method.getNameAsString(), mark, mark.isPresent() ? Optional.empty() : calls.names().namesake(method.getAnnotations()),
                method.isSynchronized(), method.getBody().map(Node.class::cast));
    }

    private Optional<Mark> mark(MethodDeclaration method, String owner) {
        boolean isAsync = method.getAnnotations().stream().anyMatch(calls.names()::isAsync);
        String name = method.getNameAsString();
        boolean isGenerator = method.getAnnotations().stream().anyMatch(calls.names()::isGenerator);
        if (shapes.isEntry(method)) {
            Optional<String> otherMark = isGenerator ? Optional.of("@Generator") : isAsync ? Optional.of("@Async") : Optional.empty();
            return Optional.of(Mark.entry(new EntryShape(owner, name, shapes.body(method), otherMark, code.position(method))));
        }
        if (isGenerator) {
            Optional<String> objection = isAsync ? Optional.of(GeneratorShape.ASYNC) : shapes.objectionToGenerator(method);
            return Optional.of(Mark.generator(new GeneratorShape(owner, name, shapes.body(method), objection, code.position(method)), isAsync));
        }
        return isAsync ? Optional.of(Mark.async(new MethodShape(owner, name, shapes.body(method), shapes.objection(method), code.position(method)),
                shapes.isOfAsyncGenerator(method))) : Optional.empty();
    }

    @Override
    public List<Violation> brokenByAnnotations(Node method, Enclosure at, boolean awaits) {
        return annotations.violations((MethodDeclaration) method, at, awaits, code.position(method));
    }

    @Override
    public boolean isValue(Node declaration, String owner) {
        return declaration instanceof MethodDeclaration method && values.is(method, owner);
    }

    /** Of a lambda where no lambda can be nothing is known. */
    @Override
    public LambdaNature nature(Node lambda) {
        return lambda instanceof LambdaExpr known && riddles.isMisplaced(known) ? LambdaNature.UNSURE : lambdas.natureOf((Expression) lambda);
    }

    @Override
    public Node body(Node lambda) {
        LambdaExpr known = (LambdaExpr) lambda;
        return known.getExpressionBody().isPresent() ? known.getExpressionBody().get() : known.getBody();
    }
}
