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
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.compiler.walk.AsyncResource;
import org.asyncjava.compiler.walk.Calls;
import org.asyncjava.rules.Callee;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.ReturnSite;

/** What calls in a source file call. Where several methods come into question nothing is said about what they do not share. */
final class SourceCalls implements Calls<Node> {
    private static final String COROUTINE = "org/asyncjava/runtime/Coroutine";

    private final SourceFile file;
    private final Names names;
    private final Hierarchy hierarchy;
    private final SourceResources resources = new SourceResources(this);

    SourceCalls(SourceFile file, Names names, Hierarchy hierarchy) {
        this.file = file;
        this.names = names;
        this.hierarchy = hierarchy;
    }

    @Override
    public Optional<Marker> marker(Node node) {
        if (node instanceof MethodReferenceExpr reference) {
            return named(reference.getIdentifier()).filter(marker -> names.isClass(marker.declaredIn(), reference.getScope().toString()));
        }
        return node instanceof MethodCallExpr call ? named(call.getNameAsString()).filter(marker -> isMarker(marker, call)) : Optional.empty();
    }

    private static Optional<Marker> named(String method) {
        return Optional.ofNullable(switch (method) {
            case "await" -> Marker.AWAIT;
            case "emit" -> Marker.EMIT;
            case "end" -> Marker.END;
            case "each" -> Marker.EACH;
            default -> null;
        });
    }

    private boolean isMarker(Marker marker, MethodCallExpr call) {
        int arguments = call.getArguments().size();
        if (arguments < (marker == Marker.END ? 0 : 1) || arguments > (marker == Marker.AWAIT ? 2 : 1)) {
            return false;
        }
        if (call.getScope().isPresent()) {
            String scope = call.getScope().get().toString();
            return names.isClass(marker.declaredIn(), scope) && Variables.find(scope, call).isEmpty();
        }
        boolean text = marker == Marker.AWAIT && call.getArgument(0).isStringLiteralExpr() && mayMeanAnother(call);
        return names.importsStatically(marker.declaredIn(), marker.display()) && !isMember(marker.display(), call) && !text;
    }

    @Override
    public List<AsyncResource<Node>> resources(Node statement) {
        return resources.of(statement);
    }

    @Override
    public boolean closesResource(Node node) {
        return node instanceof MethodCallExpr call && call.getNameAsString().equals("close") && call.getArguments().isEmpty()
                && call.getScope().flatMap(this::typeOf).filter(hierarchy::isAsyncCloseable).isPresent();
    }

    /** Whether a call by a simple name may mean a method that is imported from elsewhere, as Awaitility's {@code await("alias")}. */
    boolean mayMeanAnother(MethodCallExpr call) {
        return call.getScope().isEmpty() && names.mayImportAnother(call.getNameAsString(), hierarchy::hasMethod);
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

    @Override
    public String name(Node node) {
        return node instanceof MethodCallExpr call ? call.getNameAsString()
                : node instanceof MethodReferenceExpr reference ? reference.getIdentifier() : "";
    }

    /** If all methods that may be meant agree on what matters. */
    @Override
    public Optional<Callee> callee(Node node) {
        if (node instanceof MethodCallExpr call) {
            return agreed(candidates(call), call.getArguments().size());
        }
        return node instanceof MethodReferenceExpr reference ? referredTo(reference)
                : node instanceof ObjectCreationExpr creation ? constructor(creation) : Optional.empty();
    }

    /** Of an object that is of no anonymous class. */
    private Optional<Callee> constructor(ObjectCreationExpr creation) {
        return creation.getAnonymousClassBody().isPresent() ? Optional.empty() : known(creation.getType())
                .map(type -> new Callee(display(type), Set.of(display(type)), Callee.CONSTRUCTOR, creation.getArguments().size(), Callee.Work.NONE));
    }

    /** Constructors are none. */
    private Optional<Callee> referredTo(MethodReferenceExpr reference) {
        Expression scope = reference.getScope();
        Optional<String> named = scope instanceof TypeExpr type ? named(type) : Optional.empty();
        return typeOf(scope).or(() -> named).flatMap(type -> agreed(hierarchy.methods(type, reference.getIdentifier()), 0));
    }

    /** The parser takes each scope that may be the name of a class for one. */
    private Optional<String> named(TypeExpr scope) {
        Optional<Variables.Variable> variable = Variables.find(scope.toString(), scope);
        return variable.isPresent() ? variable.flatMap(this::typeOf) : known(scope.getType());
    }

    private Optional<Callee> agreed(List<Hierarchy.Method> candidates, int arguments) {
        Set<Callee> callees = new HashSet<>();
        for (Hierarchy.Method method : candidates) {
            Set<String> types = new LinkedHashSet<>();
            hierarchy.types(method.declaredIn()).forEach(type -> types.add(display(type)));
            callees.add(new Callee(display(method.declaredIn()), types, method.outline().name(), arguments, work(method)));
        }
        return callees.size() == 1 ? Optional.of(callees.iterator().next()) : Optional.empty();
    }

    private Callee.Work work(Hierarchy.Method method) {
        if (hierarchy.isEntry(method.outline())) {
            return Callee.Work.ENDED;
        }
        boolean starts = method.outline().async() || method.result().filter(COROUTINE::equals).isPresent();
        return starts ? Callee.Work.STARTED : Callee.Work.NONE;
    }

    @Override
    public boolean startsAsyncWork(Node call) {
        return callee(call).filter(Callee::startsAsyncWork).isPresent();
    }

    @Override
    public boolean isEntry(Node call) {
        return callee(call).filter(callee -> callee.work() == Callee.Work.ENDED).isPresent();
    }

    @Override
    public boolean makesCoroutine(Node node) {
        List<Hierarchy.Method> candidates = node instanceof MethodCallExpr call ? candidates(call) : List.of();
        return !candidates.isEmpty() && candidates.stream().allMatch(method -> method.outline().async() && method.result().filter(COROUTINE::equals).isPresent());
    }

    /** If all methods that the call may mean agree on it. */
    @Override
    public Optional<String> asyncResult(Node node) {
        Set<Optional<String>> results = new HashSet<>();
        if (node instanceof MethodCallExpr call) {
            candidates(call).forEach(method -> results.add(method.result()));
        }
        return results.size() == 1 ? results.iterator().next().filter(this::isAsyncResult).map(SourceCalls::display) : Optional.empty();
    }

    /** The class of a method's result, if it may be that of an async method. */
    Optional<String> resultOf(MethodDeclaration method) {
        return Optional.of(names.internalName(method.getType())).filter(this::isAsyncResult).map(SourceCalls::display);
    }

    /** What names mean in the source file. */
    Hierarchy hierarchy() {
        return hierarchy;
    }

    Names names() {
        return names;
    }

    /** The runtime's main type is known also where it is not found. */
    private boolean isAsyncResult(String type) {
        Set<String> types = new HashSet<>(Set.of(display(type)));
        hierarchy.types(type).forEach(above -> types.add(display(above)));
        return ReturnSite.isResult(types);
    }

    private static String display(String internalName) {
        return internalName.replace('/', '.');
    }

    /** The class of an expression's value; empty if it is not known. */
    Optional<String> typeOf(Expression expression) {
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
            return Variables.find(name.getNameAsString(), name).flatMap(this::typeOf);
        }
        if (expression instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr) {
            return access.findAncestor(TypeDeclaration.class)
                    .flatMap(type -> Variables.field(((TypeDeclaration<?>) type).getMembers(), access.getNameAsString())).flatMap(this::typeOf);
        }
        return expression instanceof MethodCallExpr call ? resultOf(call) : Optional.empty();
    }

    private Optional<String> typeOf(Variables.Variable variable) {
        return variable.type().filter(Type::isVarType).isPresent()
                ? Variables.initialValue(variable).flatMap(this::typeOf)
                : variable.type().flatMap(this::known);
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

    private Optional<String> known(Type type) {
        return type.isClassOrInterfaceType() ? Optional.of(names.internalName(type)).filter(hierarchy::exists) : Optional.empty();
    }

    private Optional<String> typeNamed(Expression scope) {
        boolean isName = scope instanceof NameExpr || scope instanceof FieldAccessExpr;
        boolean isVariable = scope instanceof NameExpr name && Variables.find(name.getNameAsString(), name).isPresent();
        return isName && !isVariable
                ? names.resolve(scope.toString(), scope).or(() -> names.qualified(scope.toString())).filter(hierarchy::exists)
                : Optional.empty();
    }
}
