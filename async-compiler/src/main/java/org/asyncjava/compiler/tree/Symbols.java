package org.asyncjava.compiler.tree;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.asyncjava.compiler.symbols.SymbolClasses;
import org.asyncjava.rules.Callee;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.FunctionalInterfaces;
import org.asyncjava.transformer.read.ResultType;
import org.asyncjava.transformer.read.TransformationException;

/** Questions about the symbols behind trees. What depends on a type that is missing is not answered: javac reports the type. */
final class Symbols {
    private static final String ASYNC = "org.asyncjava.Async";
    private static final String AWAIT = "org.asyncjava.Await";
    private static final String COROUTINE = "org.asyncjava.runtime.Coroutine";

    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final SymbolClasses classes;
    private final ClassPath classPath;
    /** A project calls few methods, and those often. */
    private final Map<ExecutableElement, Callee> callees = new HashMap<>();
    private final Map<TypeElement, Optional<ExecutableElement>> implementations = new HashMap<>();

    Symbols(Trees trees, Elements elements, Types types) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.classes = new SymbolClasses(elements, types);
        this.classPath = ClassPath.over(classes);
    }

    Trees trees() {
        return trees;
    }

    Optional<ExecutableElement> method(TreePath path) {
        return trees.getElement(path) instanceof ExecutableElement method ? Optional.of(method) : Optional.empty();
    }

    boolean isAwait(TreePath call) {
        return method(call).filter(method -> method.getSimpleName().contentEquals("await"))
                .filter(method -> declaringClass(method).getQualifiedName().contentEquals(AWAIT)).isPresent();
    }

    static boolean carriesAsync(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .anyMatch(mirror -> ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().contentEquals(ASYNC));
    }

    /** Name of a class as class files spell it, with dots. */
    String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    /** Why a method's result cannot be that of an async method; empty also if its type is not known. */
    Optional<String> objection(ExecutableElement method) {
        if (method.getReturnType().getKind() == TypeKind.ERROR) {
            return Optional.empty();
        }
        try {
            return ResultType.objection("()" + classes.descriptor(method.getReturnType()), classPath);
        } catch (TransformationException missing) {
            return Optional.empty();
        }
    }

    MethodShape.Body body(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.NATIVE)) {
            return MethodShape.Body.NATIVE;
        }
        if (!modifiers.contains(Modifier.ABSTRACT)) {
            return MethodShape.Body.CODE;
        }
        TypeElement type = declaringClass(method);
        return type.getKind().isInterface() && isSingleAbstract(type, method) ? MethodShape.Body.SINGLE_ABSTRACT : MethodShape.Body.ABSTRACT;
    }

    private boolean isSingleAbstract(TypeElement type, ExecutableElement method) {
        try {
            return new FunctionalInterfaces(classPath)
                    .isSingleAbstract(classes.internalName(type), method.getSimpleName().toString(), method.getParameters().size());
        } catch (TransformationException missing) {
            return true;
        }
    }

    /** Whether the method that a lambda implements carries {@code @Async}. */
    boolean isAsyncLambda(TreePath lambda) {
        return interfaces(lambda).stream().anyMatch(type -> implemented(type)
                .filter(method -> isAsync(type, method)).isPresent());
    }

    private boolean isAsync(TypeElement type, ExecutableElement method) {
        try {
            return new FunctionalInterfaces(classPath)
                    .isAsync(classes.internalName(type), method.getSimpleName().toString(), method.getParameters().size());
        } catch (TransformationException missing) {
            return false;
        }
    }

    /** Whether what a lambda's expression yields is thrown away. */
    boolean isVoidLambda(TreePath lambda) {
        return interfaces(lambda).stream().anyMatch(type -> implemented(type)
                .filter(method -> method.getReturnType().getKind() == TypeKind.VOID).isPresent());
    }

    private List<TypeElement> interfaces(TreePath lambda) {
        TypeMirror target = trees.getTypeMirror(lambda);
        List<? extends TypeMirror> bounds = target instanceof IntersectionType both ? both.getBounds() : target == null ? List.of() : List.of(target);
        return bounds.stream().filter(bound -> bound.getKind() == TypeKind.DECLARED)
                .map(bound -> (TypeElement) ((DeclaredType) bound).asElement()).toList();
    }

    /** The abstract method of a functional interface that is no method of Object. */
    private Optional<ExecutableElement> implemented(TypeElement type) {
        return implementations.computeIfAbsent(type, this::singleAbstract);
    }

    private Optional<ExecutableElement> singleAbstract(TypeElement type) {
        Set<String> ofObject = new LinkedHashSet<>();
        ElementFilter.methodsIn(elements.getTypeElement("java.lang.Object").getEnclosedElements()).forEach(method -> ofObject.add(method.toString()));
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT) && !ofObject.contains(method.toString()))
                .findFirst();
    }

    Callee callee(ExecutableElement method) {
        return callees.computeIfAbsent(method, this::read);
    }

    private Callee read(ExecutableElement method) {
        TypeElement declaring = declaringClass(method);
        Set<String> names = new LinkedHashSet<>();
        collect(declaring.asType(), names);
        boolean coroutine = types.erasure(method.getReturnType()) instanceof DeclaredType result
                && ((TypeElement) result.asElement()).getQualifiedName().contentEquals(COROUTINE);
        return new Callee(binaryName(declaring), names, method.getSimpleName().toString(), method.getParameters().size(),
                coroutine || carriesAsync(method));
    }

    private void collect(TypeMirror type, Set<String> names) {
        if (type.getKind() == TypeKind.DECLARED && names.add(binaryName((TypeElement) ((DeclaredType) type).asElement()))) {
            types.directSupertypes(type).forEach(above -> collect(above, names));
        }
    }

    /** Name of the class that a type names, with dots; empty of other types. */
    Optional<String> className(TreePath path) {
        Element element = trees.getElement(path);
        return element instanceof TypeElement type ? Optional.of(binaryName(type)) : Optional.empty();
    }

    Optional<TypeElement> type(TreePath path) {
        return trees.getElement(path) instanceof TypeElement type ? Optional.of(type) : Optional.empty();
    }

    static TypeElement declaringClass(ExecutableElement method) {
        return (TypeElement) method.getEnclosingElement();
    }

    /** Whether a tree was written by somebody, not made by the compiler or another processor. */
    boolean isWritten(TreePath path) {
        Tree tree = path.getLeaf();
        return trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree) >= 0;
    }
}
