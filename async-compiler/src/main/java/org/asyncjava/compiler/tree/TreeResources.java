package org.asyncjava.compiler.tree;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.asyncjava.compiler.walk.AsyncResource;

/** The resources that are closed by awaiting, by the types that javac has found. */
final class TreeResources {
    private static final String ASYNC_CLOSEABLE = "org.asyncjava.runtime.AsyncCloseable";

    private final Cursor cursor;
    private final Trees trees;
    private final Elements elements;
    private final Types types;

    TreeResources(Cursor cursor, Trees trees, Elements elements, Types types) {
        this.cursor = cursor;
        this.trees = trees;
        this.elements = elements;
        this.types = types;
    }

    List<AsyncResource<Tree>> of(Tree node) {
        List<AsyncResource<Tree>> found = new ArrayList<>();
        if (node instanceof TryTree attempt) {
            attempt.getResources().forEach(resource -> resource(resource).ifPresent(found::add));
        } else if (node instanceof NewClassTree && isAsync(type(node))) {
            found.add(resource(node, type(node), Optional.empty()));
        }
        return found;
    }

    /**
     * What a call makes, by the declaration of what it calls. It may be that somebody has what it gives back: the object of the call, an argument, or something
     * that was kept for the caller, of a type that the caller chooses.
     */
    Optional<AsyncResource<Tree>> made(Tree call, ExecutableElement method, TypeMirror made) {
        boolean isNew = made.getKind() == TypeKind.DECLARED && isAsync(made)
                && (method.getModifiers().contains(Modifier.STATIC) || !isSubtype(method.getEnclosingElement().asType(), made))
                && method.getParameters().stream().noneMatch(parameter -> isSubtype(parameter.asType(), made));
        return isNew ? Optional.of(resource(call, made, Optional.empty())) : Optional.empty();
    }

    private boolean isSubtype(TypeMirror type, TypeMirror above) {
        return isReference(type) && types.isSubtype(types.erasure(type), types.erasure(above));
    }

    /** Also where the type of the variable, after erasure, does not tell. */
    private Optional<AsyncResource<Tree>> resource(Tree resource) {
        TypeMirror declared = type(resource);
        if (isAsync(declared)) {
            return Optional.of(isAsync(types.erasure(declared)) ? resource(resource, declared, Optional.empty())
                    : resource(resource, bound(declared), Optional.of(name(declared))));
        }
        TypeMirror value = resource instanceof VariableTree variable && variable.getInitializer() != null
                ? trees.getTypeMirror(new TreePath(cursor.path(resource), variable.getInitializer())) : null;
        return isAsync(value) ? Optional.of(resource(resource, value, Optional.of(name(declared)))) : Optional.empty();
    }

    /** Of a type whose erasure does not tell, the one that does. */
    private TypeMirror bound(TypeMirror type) {
        return types.directSupertypes(type).stream().filter(this::isAsync).findFirst().map(TypeMirror.class::cast).orElse(type);
    }

    private AsyncResource<Tree> resource(Tree at, TypeMirror type, Optional<String> hiddenAs) {
        return new AsyncResource<>(at, name(type), hiddenAs, inheritsClose(type));
    }

    private TypeMirror type(Tree node) {
        if (node instanceof VariableTree) {
            Element variable = trees.getElement(cursor.path(node));
            return variable == null ? null : variable.asType();
        }
        return trees.getTypeMirror(cursor.path(node));
    }

    boolean isAsync(TypeMirror type) {
        TypeElement above = elements.getTypeElement(ASYNC_CLOSEABLE);
        return above != null && type != null && isReference(type) && types.isSubtype(type, above.asType());
    }

    private static boolean isReference(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION;
    }

    /** Of a type variable that of its bounds. */
    private boolean inheritsClose(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return types.directSupertypes(type).stream().filter(this::isAsync).allMatch(this::inheritsClose);
        }
        return ElementFilter.methodsIn(elements.getAllMembers((TypeElement) declared.asElement())).stream()
                .filter(method -> method.getSimpleName().contentEquals("close") && method.getParameters().isEmpty()).allMatch(TreeResources::isOurs);
    }

    private static boolean isOurs(ExecutableElement close) {
        return ((TypeElement) close.getEnclosingElement()).getQualifiedName().contentEquals(ASYNC_CLOSEABLE);
    }

    private String name(TypeMirror type) {
        return types.erasure(type) instanceof DeclaredType declared ? elements.getBinaryName((TypeElement) declared.asElement()).toString() : type.toString();
    }
}
