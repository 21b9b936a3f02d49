package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.asyncjava.rules.Enclosure;

/**
 * Makes a method async that awaits: marks it, and lets it return what can be awaited. A method that overrides another keeps its result, and one
 * that the overriding methods of others follow does: nobody would compile after that.
 */
final class AsyncMethod {
    private AsyncMethod() {
    }

    /** One that is marked already, and whose result is none that can be awaited. */
    static List<Fix> ofMarked(Place place) {
        return place.node() instanceof MethodDeclaration method && method.getBody().isPresent() && !method.isSynchronized()
                && place.meanings().asyncResult(method).isEmpty() && mayChange(place, method)
                ? flavours(place).map(flavour -> changed(place, method, flavour)).toList() : List.of();
    }

    static List<Fix> of(Place place) {
        return place.method().filter(method -> method.getBody().isPresent() && !method.isSynchronized())
                .filter(method -> method.getAnnotations().stream().map(place.meanings()::annotation).noneMatch(Enclosure::isNamesake))
                .map(method -> fixes(place, method)).orElse(List.of());
    }

    private static List<Fix> fixes(Place place, MethodDeclaration method) {
        if (place.meanings().asyncResult(method).isPresent() || GeneratorMark.isAsync(place, method)) {
            return List.of(marked(place, method));
        }
        if (GeneratorMark.emits(place, method)) {
            return mayChange(place, method) ? GeneratorMark.awaiting(place, method).stream().toList() : List.of();
        }
        return mayChange(place, method) ? flavours(place).map(flavour -> changed(place, method, flavour)).toList() : List.of();
    }

    private static Fix marked(Place place, MethodDeclaration method) {
        Draft draft = place.draft();
        new Annotated(place, method).add(draft, Names.ASYNC);
        return draft.fix("Mark " + method.getNameAsString() + " @Async", Fix.Kind.PREFERRED);
    }

    /** Whether the declared type is the method's own business, as far as this source tells. */
    static boolean mayChange(Place place, MethodDeclaration method) {
        boolean isDefault = method.getParentNode().filter(owner -> owner instanceof ClassOrInterfaceDeclaration type && type.isInterface()).isPresent()
                && !method.isStatic() && !method.isPrivate();
        boolean isPlain = place.lines().end(method.getType()) <= place.lines().begin(method.getName());
        return isPlain && !isDefault && !place.meanings().overrides(method) && !EntryPoint.isBegin(place, method);
    }

    /** What can be returned, first what other async methods of the file return. */
    static Stream<Flavour> flavours(Place place) {
        List<Flavour> all = new ArrayList<>(List.of(Flavour.COROUTINE, Flavour.FUTURE));
        all.removeIf(flavour -> !flavour.isThere(place.meanings()));
        boolean usesFutures = place.meanings().unit().findAll(MethodDeclaration.class).stream()
                .filter(other -> new Annotated(place, other).with(Names.ASYNC).isPresent())
                .map(other -> place.meanings().asyncResult(other).orElse("")).anyMatch(result -> !result.isEmpty() && !result.equals(Names.COROUTINE));
        if (usesFutures && all.remove(Flavour.COROUTINE)) {
            all.add(Flavour.COROUTINE);
        }
        return all.stream();
    }

    private static Fix changed(Place place, MethodDeclaration method, Flavour flavour) {
        Draft draft = place.draft();
        ChangedResult result = new ChangedResult(place, draft, flavour, method);
        Annotated annotated = new Annotated(place, method);
        boolean isMarked = annotated.with(Names.ASYNC).isPresent();
        if (!isMarked) {
            annotated.add(draft, Names.ASYNC);
        }
        result.write();
        boolean isFirst = flavours(place).findFirst().filter(flavour::equals).isPresent();
        return draft.fix((isMarked ? "Let " + method.getNameAsString() + " return " : "Mark " + method.getNameAsString() + " @Async and return ")
                + result.displayed(), isFirst ? Fix.Kind.PREFERRED : Fix.Kind.OTHER);
    }
}
