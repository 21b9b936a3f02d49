package org.asyncjava.compiler.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.asyncjava.compiler.walk.Finding;
import org.asyncjava.compiler.walk.LambdaNature;
import org.asyncjava.compiler.walk.Sights;
import org.asyncjava.rules.CallAnnotations;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.Violation;
import org.asyncjava.transformer.read.ClassPath;

/** What the names and calls of a source mean, as far as the sources and the class path tell. Names of classes are with dots. */
public final class Meanings {
    private final SourceFile file;
    private final SourceCalls calls;
    private final LambdaTargets lambdas;
    private final Shapes shapes;
    private final List<Finding<Node>> findings;

    private Meanings(SourceFile file, SourceCalls calls, LambdaTargets lambdas, Shapes shapes, List<Finding<Node>> findings) {
        this.file = file;
        this.calls = calls;
        this.lambdas = lambdas;
        this.shapes = shapes;
        this.findings = findings;
    }

    /** Looks at a file among the classes that are known. */
    static Meanings of(SourceFile file, Hierarchy hierarchy, ClassPath classes, CallAnnotations annotations) {
        Names names = new Names(file, hierarchy::exists);
        SourceCalls calls = new SourceCalls(file, names, hierarchy);
        LambdaTargets lambdas = new LambdaTargets(names, calls, hierarchy, classes);
        Shapes shapes = new Shapes(file, names, classes);
        return new Meanings(file, calls, lambdas, shapes, SourceWalk.of(file, calls, classes, annotations).findings(Sights.unseen()));
    }

    List<Finding<Node>> findings() {
        return findings;
    }

    /**
     * The whole source.
     *
     * @return what was read of it
     */
    public CompilationUnit unit() {
        return file.unit();
    }

    /**
     * What a report is about.
     *
     * @param violation one of those that were found in this source
     * @return the node whose place it names; empty if it is none of them
     */
    public Optional<Node> nodeOf(Violation violation) {
        return findings.stream().filter(finding -> finding.violation().equals(violation)).map(Finding::at).findFirst();
    }

    /**
     * Tells whether a class is there.
     *
     * @param className its name
     * @return false also of one that is missing on an incomplete class path
     */
    public boolean exists(String className) {
        return calls.hierarchy().exists(className.replace('.', '/'));
    }

    /**
     * The class that a name means somewhere.
     *
     * @param name the name
     * @param at where it stands
     * @return the name of the class; empty if the name means nothing there that is known, with a question mark if it certainly means something else
     */
    public Optional<String> named(String name, Node at) {
        return calls.names().resolve(name, at).map(Meanings::display);
    }

    /**
     * Tells whether a name is that of a class of ours, which need not be on the class path.
     *
     * @param className the class
     * @param name the name, as the file uses it
     * @return true if so
     */
    public boolean isClass(String className, String name) {
        return calls.names().isClass(className, name);
    }

    /**
     * The class of an annotation.
     *
     * @param annotation the annotation
     * @return its name; without its package if that is not known
     */
    public String annotation(AnnotationExpr annotation) {
        return calls.names().isAsync(annotation) ? "org.asyncjava.Async" : display(calls.names().descriptorOf(annotation).replaceAll("^L|;$", ""));
    }

    /**
     * Tells whether a simple name of a method may mean that of a class which the file imports.
     *
     * @param className the class
     * @param method the method
     * @param at where it is to be called
     * @return false if it is not imported, or hidden by another
     */
    public boolean callsImported(String className, String method, Node at) {
        return calls.names().importsStatically(className, method) && !calls.types().isMember(method, at);
    }

    /**
     * Tells whether a simple name of a method is taken, so that to import one of ours would not help or be ambiguous.
     *
     * @param method the method
     * @param at where it is to be called
     * @return true if a member is called so, or what another import brings may be
     */
    public boolean isTaken(String method, Node at) {
        return calls.types().isMember(method, at) || calls.names().mayImportAnother(method, calls.hierarchy()::hasMethod);
    }

    /**
     * The result of a method, if it may be that of an async one.
     *
     * @param method the method
     * @return name of its class
     */
    public Optional<String> asyncResult(MethodDeclaration method) {
        return calls.resultOf(method);
    }

    /**
     * The class of what a call yields, if that may be the result of an async method.
     *
     * @param call the call
     * @return name of the class
     */
    public Optional<String> asyncResult(MethodCallExpr call) {
        return calls.asyncResult(call);
    }

    /**
     * Tells whether a method may await by its mark.
     *
     * @param method the method
     * @return true of async methods and entry points
     */
    public boolean isAsync(MethodDeclaration method) {
        return shapes.isEntry(method) || method.getAnnotations().stream().anyMatch(calls.names()::isAsync);
    }

    /**
     * Tells whether a method overrides another, or implements it.
     *
     * @param method the method
     * @return true if it says so or a type above has one of its name
     */
    public boolean overrides(MethodDeclaration method) {
        if (method.isStatic() || method.isPrivate()) {
            return false;
        }
        Node owner = method.getParentNode().orElseThrow();
        boolean isSaid = method.getAnnotations().stream().anyMatch(annotation -> annotation.getName().getIdentifier().equals("Override"));
        return isSaid || !(owner instanceof TypeDeclaration) || calls.types().inherited(owner).stream()
                .anyMatch(type -> !calls.hierarchy().methods(type, method.getNameAsString(), method.getParameters().size()).isEmpty());
    }

    /**
     * The class of an expression's value and all that it extends and implements.
     *
     * @param expression the expression
     * @return names of classes; empty if the type is not known or no class
     */
    public Set<String> types(Expression expression) {
        return calls.types().typeOf(expression).map(this::above).orElse(Set.of());
    }

    /**
     * The class that a type is after erasure.
     *
     * @param type as it is written
     * @return its name; with a question mark if it is not known
     */
    public String className(Type type) {
        return display(calls.names().internalName(type));
    }

    /**
     * A class and all that it extends and implements.
     *
     * @param type as it is written
     * @return names of classes; empty if it is not known
     */
    public Set<String> types(Type type) {
        return above(calls.names().internalName(type));
    }

    private Set<String> above(String type) {
        return calls.hierarchy().types(type).stream().map(Meanings::display).collect(Collectors.toSet());
    }

    /**
     * What the methods that a call may mean yield.
     *
     * @param call the call
     * @return descriptors of their results; empty if nothing is known of it
     */
    public Set<String> results(MethodCallExpr call) {
        return calls.types().candidates(call).stream().map(method -> method.outline().descriptor())
                .map(descriptor -> descriptor.substring(descriptor.indexOf(')') + 1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The classes whose method a call may mean.
     *
     * @param call the call
     * @return those that declare it, and all that they extend and implement
     */
    public Set<String> owners(MethodCallExpr call) {
        return calls.types().candidates(call).stream().flatMap(method -> above(method.declaredIn()).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What a call marks.
     *
     * @param call the call
     * @return for instance an await
     */
    public Optional<Marker> marker(MethodCallExpr call) {
        return calls.marker(call);
    }

    /**
     * Tells whether a call runs what has to be awaited.
     *
     * @param call the call
     * @return true of async methods and those that return coroutines
     */
    public boolean startsAsyncWork(MethodCallExpr call) {
        return calls.startsAsyncWork(call);
    }

    /**
     * Where a variable is declared.
     *
     * @param name its name
     * @param use where the name is used
     * @return the declaration; empty if there is none in this source
     */
    public Optional<Node> variable(String name, Node use) {
        return Variables.find(name, use).map(Variables.Variable::declaration);
    }

    /**
     * The type of a variable as it is written.
     *
     * @param name the variable's name
     * @param use where the name is used
     * @return the type, perhaps {@code var}; empty if it is not written
     */
    public Optional<Type> variableType(String name, Node use) {
        return Variables.find(name, use).flatMap(Variables.Variable::type);
    }

    /**
     * Tells whether a lambda may await by its place.
     *
     * @param lambda the lambda
     * @return false also if that is not known
     */
    public boolean isAsync(LambdaExpr lambda) {
        LambdaNature nature = lambdas.natureOf(lambda);
        return nature == LambdaNature.ASYNC || nature == LambdaNature.ASYNC_GENERATOR;
    }

    private static String display(String internalName) {
        return internalName.replace('/', '.');
    }
}
