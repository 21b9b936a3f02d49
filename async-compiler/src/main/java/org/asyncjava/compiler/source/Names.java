package org.asyncjava.compiler.source;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.asyncjava.rules.Enclosure;
import org.asyncjava.transformer.read.Markers;

/** What the names of types in a source file mean. */
final class Names {
    /** In front of names that could not be resolved. No class has such a name. */
    static final String UNRESOLVED = "?/";
    private static final Set<String> OWN = Set.of("org.asyncjava.Await", "org.asyncjava.Emit", "org.asyncjava.runtime.Each",
            "org.asyncjava.runtime.Coroutines");
    private static final Set<String> RUNTIME = Set.of("org.asyncjava.runtime.Coroutine", "org.asyncjava.runtime.AsyncIterable",
            "org.asyncjava.runtime.AsyncIterator", "org.asyncjava.runtime.AsyncCloseable");
    private static final String OBJECT = "java/lang/Object";

    private final SourceFile file;
    private final Predicate<String> exists;

    /**
     * Resolves names.
     *
     * @param file the file they are in
     * @param exists whether there is a class of an internal name
     */
    Names(SourceFile file, Predicate<String> exists) {
        this.file = file;
        this.exists = exists;
    }

    /** The descriptor of a type after erasure; of one that cannot be resolved a name that nothing has. */
    String descriptor(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive.toDescriptor();
        }
        if (type instanceof ArrayType array) {
            return "[" + descriptor(array.getComponentType());
        }
        return type.isVoidType() ? "V" : "L" + internalName(type) + ";";
    }

    /** The internal name of a class type after erasure; with {@link #UNRESOLVED} in front if it is not known. */
    String internalName(Type type) {
        if (!(type instanceof ClassOrInterfaceType named)) {
            return UNRESOLVED + type.asString();
        }
        Set<TypeParameter> seen = new HashSet<>();
        ClassOrInterfaceType erased = named;
        for (Optional<TypeParameter> variable = typeParameter(erased); variable.isPresent(); variable = typeParameter(erased)) {
            NodeList<ClassOrInterfaceType> bound = variable.get().getTypeBound();
            if (bound.isEmpty()) {
                return OBJECT;
            }
            if (!seen.add(variable.get())) {
                return UNRESOLVED + named.getNameAsString();
            }
            erased = bound.get(0);
        }
        return resolve(erased.getNameWithScope(), erased).orElse(UNRESOLVED + erased.getNameWithScope());
    }

    boolean isTypeVariable(ClassOrInterfaceType type) {
        return typeParameter(type).isPresent();
    }

    /** The bounds of a type variable; empty of other types. */
    List<ClassOrInterfaceType> bounds(ClassOrInterfaceType type) {
        return typeParameter(type).map(variable -> List.copyOf(variable.getTypeBound())).orElse(List.of());
    }

    private static Optional<TypeParameter> typeParameter(ClassOrInterfaceType type) {
        for (Node at = type.getScope().isPresent() ? null : type; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof NodeWithTypeParameters<?> generic) {
                Optional<TypeParameter> found = generic.getTypeParameters().stream()
                        .filter(parameter -> parameter.getNameAsString().equals(type.getNameAsString())).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The class that a name with dots means at some place; empty if that is not known. */
    Optional<String> resolve(String name, Node at) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        Optional<String> resolved = nested(first, at).or(() -> imported(first)).or(() -> ofPackage(first)).or(() -> onDemand(first));
        if (dot < 0) {
            return resolved;
        }
        return resolved.map(outer -> outer + "$" + name.substring(dot + 1).replace('.', '$')).filter(exists).or(() -> qualified(name));
    }

    private Optional<String> nested(String name, Node at) {
        for (Node around = at; around != null; around = around.getParentNode().orElse(null)) {
            if (around instanceof TypeDeclaration<?> type) {
                if (type.getNameAsString().equals(name)) {
                    return SourceIndex.internalName(file, type);
                }
                Optional<String> member = SourceIndex.internalName(file, type).flatMap(outer -> memberOf(outer, name));
                if (member.isPresent()) {
                    return member;
                }
            }
            Optional<String> local = localClass(name, around);
            if (local.isPresent()) {
                return local;
            }
        }
        return Optional.empty();
    }

    /** A local class has no name in the index: it cannot be resolved, but it hides others. */
    private static Optional<String> localClass(String name, Node around) {
        boolean declared = around.getChildNodes().stream().anyMatch(child -> child instanceof LocalClassDeclarationStmt local
                && local.getClassDeclaration().getNameAsString().equals(name));
        return declared ? Optional.of(UNRESOLVED + name) : Optional.empty();
    }

    private Optional<String> memberOf(String outer, String name) {
        return Optional.of(outer + "$" + name).filter(exists);
    }

    private Optional<String> imported(String name) {
        return file.unit().getImports().stream()
                .filter(declaration -> !declaration.isAsterisk() && declaration.getName().getIdentifier().equals(name))
                .findFirst()
                .map(declaration -> qualified(declaration.getNameAsString()).orElseGet(() -> unknown(declaration.getNameAsString())));
    }

    /** The runtime need not be on the class path for its main types to be known. */
    private static String unknown(String name) {
        return RUNTIME.contains(name) ? name.replace('.', '/') : UNRESOLVED + name;
    }

    private Optional<String> ofPackage(String name) {
        String prefix = file.packageName().isEmpty() ? "" : file.packageName().replace('.', '/') + "/";
        return Optional.of(prefix + name).filter(exists);
    }

    private Optional<String> onDemand(String name) {
        List<String> candidates = new ArrayList<>(List.of("java/lang/" + name));
        for (ImportDeclaration declaration : file.unit().getImports()) {
            if (declaration.isAsterisk()) {
                String where = declaration.getNameAsString();
                candidates.add(where.replace('.', '/') + "/" + name);
                qualified(where).ifPresent(outer -> candidates.add(outer + "$" + name));
            }
        }
        return candidates.stream().filter(exists).findFirst();
    }

    /** A name from its package on; the first part that is a class ends the package. */
    Optional<String> qualified(String name) {
        String candidate = name.replace('.', '/');
        while (!exists.test(candidate)) {
            int slash = candidate.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            candidate = candidate.substring(0, slash) + "$" + candidate.substring(slash + 1);
        }
        return Optional.of(candidate);
    }

    /** Name of an annotation, with dots; without its package if that is not known. */
    String ofAnnotation(AnnotationExpr annotation) {
        return resolve(annotation.getNameAsString(), annotation).orElse(annotation.getNameAsString()).replace(UNRESOLVED, "").replace('/', '.');
    }

    /** Whether an annotation is {@code org.asyncjava.Async}. Not of every annotation of this name: others have one, too. */
    boolean isAsync(AnnotationExpr annotation) {
        return isClass("org.asyncjava.Async", annotation.getNameAsString());
    }

    /** Whether an annotation is {@code org.asyncjava.Generator}. */
    boolean isGenerator(AnnotationExpr annotation) {
        return isClass("org.asyncjava.Generator", annotation.getNameAsString());
    }

    /** Descriptor of an annotation, as in class files; of one that is not known some name that no class has. */
    String descriptorOf(AnnotationExpr annotation) {
        return isClass("org.asyncjava.AsyncEntry", annotation.getNameAsString()) ? Markers.ENTRY : "L" + ofAnnotation(annotation).replace('.', '/') + ";";
    }

    /** The first of some annotations that is called as ours is, and is another one: with its package, as far as that is known. */
    Optional<String> namesake(NodeList<AnnotationExpr> annotations) {
        return annotations.stream().map(annotation -> ofAnnotation(annotation).replace('$', '.')).filter(Enclosure::isNamesake).findFirst();
    }

    /** Whether a name at some place is that of a class of ours, which may not be on the class path yet. */
    boolean isClass(String className, String name) {
        int dot = className.lastIndexOf('.');
        String simpleName = className.substring(dot + 1);
        return name.equals(className) || name.equals(simpleName) && means(className.substring(0, dot), simpleName);
    }

    private boolean means(String ownPackage, String simpleName) {
        String className = ownPackage + "." + simpleName;
        boolean byName = false;
        boolean other = false;
        boolean onDemand = file.packageName().equals(ownPackage);
        for (ImportDeclaration declaration : file.unit().getImports()) {
            String imported = declaration.getNameAsString();
            byName |= !declaration.isAsterisk() && imported.equals(className);
            other |= !declaration.isAsterisk() && !declaration.isStatic() && imported.endsWith("." + simpleName) && !imported.equals(className);
            onDemand |= declaration.isAsterisk() && imported.equals(ownPackage);
        }
        return byName || onDemand && !other && ofPackage(simpleName).isEmpty();
    }

    /** Whether the file imports a method of a class statically. */
    boolean importsStatically(String className, String method) {
        return file.unit().getImports().stream().filter(ImportDeclaration::isStatic).anyMatch(declaration ->
                declaration.getNameAsString().equals(declaration.isAsterisk() ? className : className + "." + method));
    }

    /** Whether a method's name may also be imported from another class than ours: from one that has such a method, or is not known. */
    boolean mayImportAnother(String method, BiPredicate<String, String> hasMethod) {
        return file.unit().getImports().stream().filter(ImportDeclaration::isStatic).anyMatch(declaration -> {
            String name = declaration.getNameAsString();
            String type = declaration.isAsterisk() ? name : name.substring(0, name.lastIndexOf('.'));
            boolean names = declaration.isAsterisk() || name.endsWith("." + method);
            return names && !OWN.contains(type) && qualified(type).filter(known -> !hasMethod.test(known, method)).isEmpty();
        });
    }

    /** The classes from which a method's name is imported statically. */
    List<String> staticImportsOf(String method) {
        List<String> classes = new ArrayList<>();
        for (ImportDeclaration declaration : file.unit().getImports()) {
            String name = declaration.getNameAsString();
            if (declaration.isStatic() && declaration.isAsterisk()) {
                qualified(name).ifPresent(classes::add);
            } else if (declaration.isStatic() && name.endsWith("." + method)) {
                qualified(name.substring(0, name.length() - method.length() - 1)).ifPresent(classes::add);
            }
        }
        return classes;
    }
}
