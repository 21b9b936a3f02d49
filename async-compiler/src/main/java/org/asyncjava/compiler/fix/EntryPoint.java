package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.rules.Enclosure;

/** Marks a method that awaits an entry point: the one to choose where a program or a test begins, or where nothing else is possible. */
final class EntryPoint {
    private static final String JUPITER = "org.junit.jupiter.";
    static final String PLAIN_TEST = JUPITER + "api.Test";
    static final Set<String> TESTS = Set.of(PLAIN_TEST, JUPITER + "api.RepeatedTest", JUPITER + "api.TestTemplate",
            JUPITER + "params.ParameterizedTest", "org.junit.Test");
    private static final Set<String> AROUND_TESTS = Set.of(JUPITER + "api.BeforeEach", JUPITER + "api.AfterEach", JUPITER + "api.BeforeAll",
            JUPITER + "api.AfterAll", "org.junit.Before", "org.junit.After", "org.junit.BeforeClass", "org.junit.AfterClass");

    private EntryPoint() {
    }

    static List<Fix> of(Place place) {
        return place.method().filter(method -> method.getBody().isPresent() && !method.isSynchronized() && !GeneratorMark.emits(place, method))
                .filter(method -> method.getAnnotations().stream().map(place.meanings()::annotation).noneMatch(Enclosure::isNamesake))
                .map(method -> List.of(fix(place, method))).orElse(List.of());
    }

    /** Whether nobody takes a method's result: a program or a test begins with it. */
    static boolean isBegin(Place place, MethodDeclaration method) {
        return method.getNameAsString().equals("main") || method.getAnnotations().stream().map(place.meanings()::annotation)
                .anyMatch(annotation -> TESTS.contains(annotation) || AROUND_TESTS.contains(annotation));
    }

    private static Fix fix(Place place, MethodDeclaration method) {
        Draft draft = place.draft();
        Annotated annotated = new Annotated(place, method);
        Optional<AnnotationExpr> test = annotated.with(PLAIN_TEST).filter(AnnotationExpr::isMarkerAnnotationExpr);
        if (test.isPresent() && place.meanings().exists(Names.ASYNC_TEST)) {
            draft.replace(test.get(), "@" + draft.type(Names.ASYNC_TEST));
            return draft.fix("Make " + method.getNameAsString() + " an @AsyncTest", Fix.Kind.PREFERRED);
        }
        annotated.add(draft, Names.ENTRY);
        boolean isOnly = isBegin(place, method) || !AsyncMethod.mayChange(place, method) && place.meanings().asyncResult(method).isEmpty();
        return draft.fix("Mark " + method.getNameAsString() + " @AsyncEntry: its caller waits", isOnly ? Fix.Kind.PREFERRED : Fix.Kind.OTHER);
    }
}
