package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Of what classes the expressions of a source file are, and which methods its calls may mean. What was found out is kept: many ask, and chained calls ask for one another. */
final class SourceTypes {
    private final SourceFile file;
    private final Names names;
    private final Hierarchy hierarchy;
    private final Map<Node, List<Hierarchy.Method>> candidates = new IdentityHashMap<>();
    private final Map<Node, Optional<String>> types = new IdentityHashMap<>();

    SourceTypes(SourceFile file, Names names, Hierarchy hierarchy) {
        this.file = file;
        this.names = names;
        this.hierarchy = hierarchy;
    }

    /** Whether some class around a place has a method of a name: it hides those that are imported. */
    boolean isMember(String method, Node at) {
        for (Node around = at.getParentNode().orElse(null); around != null; around = around.getParentNode().orElse(null)) {
            NodeList<BodyDeclaration<?>> members = members(around);
            if (members.stream().anyMatch(member -> member instanceof MethodDeclaration own && own.getNameAsString().equals(method))
                    || inherited(around).stream().anyMatch(type -> hierarchy.hasMethod(type, method))) {
                return true;
            }
        }
        return false;
    }

    private static NodeList<BodyDeclaration<?>> members(Node node) {
        if (node instanceof TypeDeclaration<?> type) {
            return type.getMembers();
        }
        return node instanceof ObjectCreationExpr creation ? creation.getAnonymousClassBody().orElseGet(NodeList::new) : new NodeList<>();
    }

    /** The classes whose members a class has without declaring them. */
    List<String> inherited(Node node) {
        if (node instanceof ObjectCreationExpr creation && creation.getAnonymousClassBody().isPresent()) {
            return List.of(names.internalName(creation.getType()));
        }
        if (node instanceof TypeDeclaration<?> type && type.isClassOrInterfaceDeclaration()) {
            List<String> supertypes = new ArrayList<>();
            type.asClassOrInterfaceDeclaration().getExtendedTypes().forEach(each -> supertypes.add(names.internalName(each)));
            type.asClassOrInterfaceDeclaration().getImplementedTypes().forEach(each -> supertypes.add(names.internalName(each)));
            return supertypes;
        }
        return List.of();
    }

    /** The methods that a call may mean; empty if that is not known. */
    List<Hierarchy.Method> candidates(MethodCallExpr call) {
        List<Hierarchy.Method> known = candidates.get(call);
        if (known == null) {
            known = find(call);
            candidates.put(call, known);
        }
        return known;
    }

    private List<Hierarchy.Method> find(MethodCallExpr call) {
        String name = call.getNameAsString();
        int arguments = call.getArguments().size();
        if (call.getScope().isPresent()) {
            return typeOf(call.getScope().get()).or(() -> typeNamed(call.getScope().get()))
                    .map(type -> hierarchy.methods(type, name, arguments)).orElse(List.of());
        }
        return unqualified(call, name, arguments);
    }

    private List<Hierarchy.Method> unqualified(MethodCallExpr call, String name, int arguments) {
        for (Node around = call.getParentNode().orElse(null); around != null; around = around.getParentNode().orElse(null)) {
            boolean own = members(around).stream().anyMatch(member -> member instanceof MethodDeclaration method
                    && method.getNameAsString().equals(name));
            Optional<String> type = around instanceof TypeDeclaration<?> declared ? SourceIndex.internalName(file, declared) : Optional.empty();
            List<String> owners = type.map(List::of).orElse(own ? List.of() : inherited(around));
            if (own && type.isEmpty()) {
                return List.of();
            }
            for (String owner : owners) {
                if (hierarchy.hasMethod(owner, name)) {
                    return hierarchy.methods(owner, name, arguments);
                }
            }
        }
        List<Hierarchy.Method> imported = new ArrayList<>();
        names.staticImportsOf(name).forEach(type -> imported.addAll(hierarchy.methods(type, name, arguments)));
        return imported;
    }

    /** The class of an expression's value; empty if it is not known. */
    Optional<String> typeOf(Expression expression) {
        Optional<String> known = types.get(expression);
        if (known == null) {
            known = find(expression);
            types.put(expression, known);
        }
        return known;
    }

    private Optional<String> find(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return typeOf(enclosed.getInner());
        }
        if (expression instanceof CastExpr cast) {
            return known(cast.getType());
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return known(creation.getType());
        }
        if (expression instanceof ThisExpr self && self.getTypeName().isEmpty()) {
            return enclosingType(self);
        }
        if (expression instanceof NameExpr name) {
            Optional<Variables.Variable> variable = Variables.find(name.getNameAsString(), name);
            return variable.isPresent() ? variable.flatMap(this::typeOf) : fieldElsewhere(name);
        }
        if (expression instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr) {
            return access.findAncestor(TypeDeclaration.class)
                    .flatMap(type -> Variables.field(((TypeDeclaration<?>) type).getMembers(), access.getNameAsString())).flatMap(this::typeOf);
        }
        if (expression instanceof FieldAccessExpr access) {
            return typeNamed(access.getScope()).flatMap(type -> hierarchy.field(type, access.getNameAsString())).filter(hierarchy::exists);
        }
        return expression instanceof MethodCallExpr call ? resultOf(call) : Optional.empty();
    }

    /** The class of a variable's value. */
    Optional<String> typeOf(Variables.Variable variable) {
        return variable.type().filter(Type::isVarType).isPresent()
                ? Variables.initialValue(variable).flatMap(this::typeOf)
                : variable.type().flatMap(this::known);
    }

    /** The type of a field that is inherited, or imported; empty also where a class that is not known may have one of the name. */
    private Optional<String> fieldElsewhere(NameExpr name) {
        String field = name.getNameAsString();
        for (Node around = name.getParentNode().orElse(null); around != null; around = around.getParentNode().orElse(null)) {
            for (String owner : inherited(around)) {
                if (!hierarchy.isWhole(owner) || hierarchy.hasField(owner, field)) {
                    return hierarchy.field(owner, field).filter(hierarchy::exists);
                }
            }
        }
        return names.staticImportsOf(field).stream().filter(type -> hierarchy.hasField(type, field)).findFirst()
                .flatMap(type -> hierarchy.field(type, field)).filter(hierarchy::exists);
    }

    private Optional<String> resultOf(MethodCallExpr call) {
        Set<Optional<String>> results = new HashSet<>();
        candidates(call).forEach(method -> results.add(method.result().filter(hierarchy::exists)));
        return results.size() == 1 ? results.iterator().next() : Optional.empty();
    }

    /** The innermost class, if it has a name: members of an anonymous class are not followed. */
    private Optional<String> enclosingType(Node node) {
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof ObjectCreationExpr creation && creation.getAnonymousClassBody().isPresent()) {
                return Optional.empty();
            }
            if (at instanceof TypeDeclaration<?> type) {
                return SourceIndex.internalName(file, type);
            }
        }
        return Optional.empty();
    }

    /** The class that a type is after erasure, if it is there. */
    Optional<String> known(Type type) {
        return type.isClassOrInterfaceType() ? Optional.of(names.internalName(type)).filter(hierarchy::exists) : Optional.empty();
    }

    /** The class that a name with dots means; empty if its first part is a variable. */
    private Optional<String> typeNamed(Expression scope) {
        return dotted(scope).flatMap(name -> names.resolve(name, scope).or(() -> names.qualified(name))).filter(hierarchy::exists);
    }

    private static Optional<String> dotted(Expression scope) {
        if (scope instanceof FieldAccessExpr access) {
            return dotted(access.getScope()).map(outer -> outer + "." + access.getNameAsString());
        }
        return scope instanceof NameExpr name && Variables.find(name.getNameAsString(), name).isEmpty() ? Optional.of(name.getNameAsString()) : Optional.empty();
    }
}
