package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.rules.Marker;

/** The mark of a method that emits, by what it returns, and what a plain generator becomes that waits for something. */
final class GeneratorMark {
    private static final String RUNTIME = "org.asyncjava.runtime.";
    private static final Set<String> ASYNC = Set.of(RUNTIME + "AsyncIterable", RUNTIME + "AsyncIterator");
    private static final Set<String> PLAIN = Set.of("java.lang.Iterable", "java.util.Iterator", "java.util.stream.Stream");
    private static final Map<String, String> COUNTERPARTS = Map.of("java.lang.Iterable", RUNTIME + "AsyncIterable", "java.util.Iterator",
            RUNTIME + "AsyncIterator");

    private GeneratorMark() {
    }

    /** Whether a method is an async generator by its result. */
    static boolean isAsync(Place place, MethodDeclaration method) {
        return ASYNC.contains(place.meanings().className(method.getType()));
    }

    static boolean emits(Place place, MethodDeclaration method) {
        return method.getBody().filter(body -> OwnNodes.of(body, MethodCallExpr.class).stream()
                .anyMatch(call -> place.meanings().marker(call).filter(Marker::isOfGenerators).isPresent())).isPresent();
    }

    /** Emits and has no mark. */
    static List<Fix> ofUnmarked(Place place) {
        return place.method().filter(method -> method.getBody().isPresent() && !place.meanings().isAsync(method))
                .flatMap(method -> !isAsync(place, method) && awaits(place, method) ? awaiting(place, method) : marked(place, method))
                .map(List::of).orElse(List.of());
    }

    private static boolean awaits(Place place, MethodDeclaration method) {
        return OwnNodes.of(method, MethodCallExpr.class).stream().anyMatch(call -> place.meanings().marker(call).filter(marker -> !marker.isOfGenerators()).isPresent());
    }

    private static Optional<Fix> marked(Place place, MethodDeclaration method) {
        return mark(place, method).map(mark -> {
            Draft draft = place.draft();
            new Annotated(place, method).add(draft, mark);
            return draft.fix("Mark " + method.getNameAsString() + " @" + Names.simple(mark), Fix.Kind.PREFERRED);
        });
    }

    private static Optional<String> mark(Place place, MethodDeclaration method) {
        String result = place.meanings().className(method.getType());
        return ASYNC.contains(result) ? Optional.of(Names.ASYNC) : PLAIN.contains(result) ? Optional.of(Names.GENERATOR) : Optional.empty();
    }

    /** Waits, or returns null where it is to say that it has ended. */
    static List<Fix> ofWaiting(Place place) {
        if (place.node() instanceof NullLiteralExpr) {
            Draft draft = place.draft();
            return List.of(draft.replace(place.node(), draft.method(Names.EMIT, "end") + "()").fix("Return end()", Fix.Kind.SAFE));
        }
        return place.method().filter(method -> !place.meanings().overrides(method)).flatMap(method -> awaiting(place, method)).map(List::of).orElse(List.of());
    }

    /** An async generator in place of a plain one, or of one that has no mark. */
    static Optional<Fix> awaiting(Place place, MethodDeclaration method) {
        String counterpart = COUNTERPARTS.get(place.meanings().className(method.getType()));
        if (counterpart == null || !(method.getType() instanceof ClassOrInterfaceType type)) {
            return Optional.empty();
        }
        Draft draft = place.draft();
        Annotated annotated = new Annotated(place, method);
        annotated.with(Names.GENERATOR).ifPresentOrElse(mark -> draft.replace(mark, "@" + draft.type(Names.ASYNC)), () -> annotated.add(draft, Names.ASYNC));
        draft.change(place.lines().begin(type), place.lines().end(type.getName()), draft.type(counterpart));
        return Optional.of(draft.fix("Mark " + method.getNameAsString() + " @Async and return " + Names.simple(counterpart), Fix.Kind.PREFERRED));
    }
}
