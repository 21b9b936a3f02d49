package org.asyncjava.compiler.tree;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.EnumSet;
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
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.asyncjava.compiler.symbols.SymbolClasses;
import org.asyncjava.compiler.walk.LambdaNature;
import org.asyncjava.rules.MethodShape;
import org.asyncjava.rules.Position;
import org.asyncjava.transformer.read.ClassPath;
import org.asyncjava.transformer.read.EntryAnnotations;
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
    private final EntryAnnotations entries;
    private final Map<Element, Optional<String>> objections = new HashMap<>();
    private final Map<TypeElement, Optional<ExecutableElement>> implementations = new HashMap<>();
    private final Map<TypeElement, LambdaNature> natures = new HashMap<>();

    Symbols(Trees trees, Elements elements, Types types) {
        this.trees = trees;
        this.elements = elements;
        this.types = types;
        this.classes = new SymbolClasses(elements, types);
        this.classPath = ClassPath.over(classes);
        this.entries = new EntryAnnotations(classPath);
    }

    Trees trees() {
        return trees;
    }

    /** Whether an expression's value can stand where some type is asked for. */
    boolean isAssignable(TreePath expression, TypeMirror type) {
        TypeMirror value = trees.getTypeMirror(expression);
        return value != null && value.getKind() == TypeKind.DECLARED && isAssignable(value, type);
    }

    boolean isAssignable(TypeMirror value, TypeMirror type) {
        return types.isAssignable(value, type);
    }

    /** Whether it is, extends or implements a class, whatever their type arguments. */
    boolean isSubtype(TypeMirror type, String className) {
        TypeElement above = elements.getTypeElement(className);
        return above != null && isValue(type) && types.isSubtype(types.erasure(type), types.erasure(above.asType()));
    }

    private static boolean isValue(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION;
    }

    List<? extends TypeMirror> directSupertypes(TypeMirror type) {
        return isValue(type) ? types.directSupertypes(type) : List.of();
    }

    boolean isClass(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED;
    }

    /** For messages: the name of a type after erasure. */
    String className(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return erased instanceof DeclaredType declared ? binaryName((TypeElement) declared.asElement()) : erased.toString();
    }

    String simpleName(TypeMirror type) {
        return types.erasure(type) instanceof DeclaredType declared ? declared.asElement().getSimpleName().toString() : type.toString();
    }

    /** The type of an expression, also of one that stands where another type is asked for. */
    Optional<TypeMirror> originalType(TreePath expression) {
        TypeMirror type = trees.getTypeMirror(expression);
        return Optional.ofNullable(type instanceof ErrorType error ? trees.getOriginalType(error) : type);
    }

    /** Whether javac has not found out of which type something is. */
    boolean isUnknown(TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        return type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.OTHER || type.getKind() == TypeKind.NONE;
    }

    /** What a lambda has to return; empty if that is not known. */
    Optional<TypeMirror> resultOfLambda(TreePath lambda) {
        TypeMirror target = trees.getTypeMirror(lambda);
        return target instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED
                ? implemented((TypeElement) declared.asElement()).map(method -> ((ExecutableType) types.asMemberOf(declared, method)).getReturnType())
                : Optional.empty();
    }

    Position position(CompilationUnitTree unit, Tree tree) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        String file = unit.getSourceFile().getName();
        return Position.ofLine(file.substring(file.lastIndexOf('/') + 1), start < 0 ? 0 : (int) line(unit, start));
    }

    /** With {@code -g:none} javac keeps no line map. 0 if the source cannot be read again. */
    private static long line(CompilationUnitTree unit, long position) {
        if (unit.getLineMap() != null) {
            return unit.getLineMap().getLineNumber(position);
        }
        try {
            String before = unit.getSourceFile().getCharContent(true).subSequence(0, (int) position) + "|";
            return before.lines().count();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    static boolean isLocal(TypeElement type) {
        return type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS;
    }

    /** Name of a class as class files spell it, with dots. */
    String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    /** Why a method's result cannot be that of an async method; empty also if its type is not known. */
    Optional<String> objection(ExecutableElement method) {
        TypeMirror result = method.getReturnType();
        if (result.getKind() == TypeKind.ERROR) {
            return Optional.empty();
        }
        return result instanceof DeclaredType declared
                ? objections.computeIfAbsent(declared.asElement(), of -> objectionTo(result)) : objectionTo(result);
    }

    private Optional<String> objectionTo(TypeMirror result) {
        try {
            return ResultType.objection("()" + classes.descriptor(result), classPath);
        } catch (TransformationException missing) {
            return Optional.empty();
        }
    }

    /** Why a method's result cannot be that of a plain generator; empty also if its type is not known. */
    Optional<String> objectionToGenerator(ExecutableElement method) {
        return method.getReturnType().getKind() == TypeKind.ERROR ? Optional.empty()
                : ResultType.objectionToGenerator("()" + classes.descriptor(method.getReturnType()));
    }

    /** Whether an async method with such a result is a generator. */
    boolean isOfAsyncGenerator(TypeMirror result) {
        return result.getKind() != TypeKind.ERROR && ResultType.isOfAsyncGenerator("()" + classes.descriptor(result));
    }

    /** Whether a value can be kept where some type is asked for, as a variable's can. */
    boolean isElement(TypeMirror value, TypeMirror element) {
        return types.isAssignable(value.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) value).asType() : value, element);
    }

    /** Whether a method carries {@code @AsyncEntry}, itself or through another annotation. */
    boolean isEntry(ExecutableElement method) {
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            if (entries.makeEntry("L" + classes.internalName((TypeElement) annotation.getAnnotationType().asElement()) + ";")) {
                return true;
            }
        }
        return false;
    }

    MethodShape.Body body(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.NATIVE)) {
            return MethodShape.Body.NATIVE;
        }
        if (!modifiers.contains(Modifier.ABSTRACT)) {
            return MethodShape.Body.CODE;
        }
        TypeElement type = (TypeElement) method.getEnclosingElement();
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

    /** What a lambda, or a method reference in its place, implements. */
    LambdaNature nature(TreePath lambda) {
        if (isUnknown(lambda)) {
            return LambdaNature.UNSURE;
        }
        Set<LambdaNature> found = EnumSet.noneOf(LambdaNature.class);
        interfaces(lambda).forEach(type -> found.add(natures.computeIfAbsent(type, this::nature)));
        return found.contains(LambdaNature.ASYNC) ? LambdaNature.ASYNC
                : found.contains(LambdaNature.ASYNC_GENERATOR) ? LambdaNature.ASYNC_GENERATOR
                : found.contains(LambdaNature.VOID) ? LambdaNature.VOID : LambdaNature.PLAIN;
    }

    private LambdaNature nature(TypeElement type) {
        return implemented(type).map(method -> isAsync(type, method)
                ? isOfAsyncGenerator(method.getReturnType()) ? LambdaNature.ASYNC_GENERATOR : LambdaNature.ASYNC
                : method.getReturnType().getKind() == TypeKind.VOID ? LambdaNature.VOID : LambdaNature.PLAIN).orElse(LambdaNature.PLAIN);
    }

    private boolean isAsync(TypeElement type, ExecutableElement method) {
        try {
            return new FunctionalInterfaces(classPath)
                    .isAsync(classes.internalName(type), method.getSimpleName().toString(), method.getParameters().size());
        } catch (TransformationException missing) {
            return false;
        }
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

    /** Name of the class that a type names, with dots; empty of other types. */
    Optional<String> className(TreePath path) {
        Element element = trees.getElement(path);
        return element instanceof TypeElement type ? Optional.of(binaryName(type)) : Optional.empty();
    }

    Optional<TypeElement> type(TreePath path) {
        return trees.getElement(path) instanceof TypeElement type ? Optional.of(type) : Optional.empty();
    }

    /** Whether a tree was written by somebody, not made by the compiler or another processor. */
    boolean isWritten(TreePath path) {
        Tree tree = path.getLeaf();
        return trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree) >= 0;
    }
}
