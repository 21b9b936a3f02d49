package org.asyncjava.compiler.tree;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
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
    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final SymbolClasses classes;
    private final ClassPath classPath;
    /** Names of one compiler are compared without reading them. */
    private final Name none;
    private final Name await;
    private final Name awaitClass;
    private final Name async;
    private final Name coroutine;
    /** A project calls few methods, and those often. */
    private final Map<ExecutableElement, Callee> callees = new HashMap<>();
    private final Map<ExecutableElement, Boolean> starters = new HashMap<>();
    private final Map<TypeElement, Optional<ExecutableElement>> implementations = new HashMap<>();

    Symbols(Trees trees, Elements elements, Types types) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.classes = new SymbolClasses(elements, types);
        this.classPath = ClassPath.over(classes);
        this.none = elements.getName("");
        this.await = elements.getName("await");
        this.awaitClass = elements.getName("org.asyncjava.Await");
        this.async = elements.getName("org.asyncjava.Async");
        this.coroutine = elements.getName("org.asyncjava.runtime.Coroutine");
    }

    Trees trees() {
        return trees;
    }

    Optional<ExecutableElement> method(TreePath path) {
        return trees.getElement(path) instanceof ExecutableElement method ? Optional.of(method) : Optional.empty();
    }

    /** The name by which a call or a method reference names its method: that tells of most that they are none of those looked for. */
    Name name(Tree call) {
        if (call instanceof MemberReferenceTree reference) {
            return reference.getName();
        }
        Tree select = call instanceof MethodInvocationTree invocation ? invocation.getMethodSelect() : null;
        if (select instanceof IdentifierTree simple) {
            return simple.getName();
        }
        return select instanceof MemberSelectTree qualified ? qualified.getIdentifier() : none;
    }

    boolean isAwait(TreePath call) {
        return await.equals(name(call.getLeaf()))
                && method(call).filter(method -> declaringClass(method).getQualifiedName().equals(awaitClass)).isPresent();
    }

    boolean carriesAsync(ExecutableElement method) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            if (((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName().equals(async)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is called, or referred to, is to be awaited: it carries {@code @Async} or returns a coroutine. */
    boolean startsAsyncWork(TreePath call) {
        return method(call).filter(method -> starters.computeIfAbsent(method, this::startsAsyncWork)).isPresent();
    }

    private boolean startsAsyncWork(ExecutableElement method) {
        return carriesAsync(method) || types.erasure(method.getReturnType()) instanceof DeclaredType result
                && ((TypeElement) result.asElement()).getQualifiedName().equals(coroutine);
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

    Optional<Callee> callee(TreePath call) {
        return method(call).map(method -> callees.computeIfAbsent(method, this::read));
    }

    private Callee read(ExecutableElement method) {
        TypeElement declaring = declaringClass(method);
        Set<String> names = new LinkedHashSet<>();
        collect(declaring.asType(), names);
        return new Callee(binaryName(declaring), names, method.getSimpleName().toString(), method.getParameters().size(),
                startsAsyncWork(method));
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
