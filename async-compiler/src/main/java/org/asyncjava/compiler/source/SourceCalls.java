package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
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

    private final Names names;
    private final Hierarchy hierarchy;
    private final SourceTypes types;
    private final SourceResources resources = new SourceResources(this);

    SourceCalls(SourceFile file, Names names, Hierarchy hierarchy) {
        this.names = names;
        this.hierarchy = hierarchy;
        this.types = new SourceTypes(file, names, hierarchy);
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
        return names.importsStatically(marker.declaredIn(), marker.display()) && !types.isMember(marker.display(), call) && !text;
    }

    @Override
    public List<AsyncResource<Node>> resources(Node statement) {
        return resources.of(statement);
    }

    @Override
    public boolean closesResource(Node node) {
        return node instanceof MethodCallExpr call && call.getNameAsString().equals("close") && call.getArguments().isEmpty()
                && call.getScope().flatMap(types::typeOf).filter(hierarchy::isAsyncCloseable).isPresent();
    }

    /** Whether a call by a simple name may mean a method that is imported from elsewhere, as Awaitility's {@code await("alias")}. */
    boolean mayMeanAnother(MethodCallExpr call) {
        return call.getScope().isEmpty() && names.mayImportAnother(call.getNameAsString(), hierarchy::hasMethod);
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
            return agreed(types.candidates(call), call.getArguments().size());
        }
        return node instanceof MethodReferenceExpr reference ? referredTo(reference)
                : node instanceof ObjectCreationExpr creation ? constructor(creation) : Optional.empty();
    }

    /** Of an object that is of no anonymous class. */
    private Optional<Callee> constructor(ObjectCreationExpr creation) {
        return creation.getAnonymousClassBody().isPresent() ? Optional.empty() : types.known(creation.getType())
                .map(type -> new Callee(display(type), Set.of(display(type)), Callee.CONSTRUCTOR, creation.getArguments().size(), Callee.Work.NONE));
    }

    /** Constructors are none. */
    private Optional<Callee> referredTo(MethodReferenceExpr reference) {
        Expression scope = reference.getScope();
        Optional<String> named = scope instanceof TypeExpr type ? named(type) : Optional.empty();
        return types.typeOf(scope).or(() -> named).flatMap(type -> agreed(hierarchy.methods(type, reference.getIdentifier()), 0));
    }

    /** The parser takes each scope that may be the name of a class for one. */
    private Optional<String> named(TypeExpr scope) {
        Optional<Variables.Variable> variable = Variables.find(scope.toString(), scope);
        return variable.isPresent() ? variable.flatMap(types::typeOf) : types.known(scope.getType());
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
        List<Hierarchy.Method> candidates = node instanceof MethodCallExpr call ? types.candidates(call) : List.of();
        return !candidates.isEmpty() && candidates.stream().allMatch(method -> method.outline().async() && method.result().filter(COROUTINE::equals).isPresent());
    }

    /** If all methods that the call may mean agree on it. */
    @Override
    public Optional<String> asyncResult(Node node) {
        Set<Optional<String>> results = new HashSet<>();
        if (node instanceof MethodCallExpr call) {
            types.candidates(call).forEach(method -> results.add(method.result()));
        }
        return results.size() == 1 ? results.iterator().next().filter(this::isAsyncResult).map(SourceCalls::display) : Optional.empty();
    }

    /** The class of a method's result, if it may be that of an async method. */
    Optional<String> resultOf(MethodDeclaration method) {
        return Optional.of(names.internalName(method.getType())).filter(this::isAsyncResult).map(SourceCalls::display);
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    SourceTypes types() {
        return types;
    }

    /** What names mean in the source file. */
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
}
