package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.List;
import java.util.stream.Stream;

/** Takes away an annotation that does nothing, or that is one too many. */
final class Unmarked {
    private Unmarked() {
    }

    static List<Fix> ofNothingToAwait(Place place) {
        return removed(place, Names.ASYNC, Fix.Kind.SAFE).toList();
    }

    static List<Fix> ofNoBody(Place place) {
        return Stream.of(Names.ASYNC, Names.GENERATOR, Names.ENTRY).flatMap(annotation -> removed(place, annotation, Fix.Kind.PREFERRED)).toList();
    }

    /** Of two that exclude each other one goes. */
    static List<Fix> ofTwo(Place place) {
        List<Fix> fixes = Stream.of(Names.ASYNC, Names.GENERATOR, Names.ENTRY).flatMap(annotation -> removed(place, annotation, Fix.Kind.OTHER)).toList();
        return fixes.size() == 2 ? fixes : List.of();
    }

    private static Stream<Fix> removed(Place place, String className, Fix.Kind kind) {
        if (!(place.node() instanceof MethodDeclaration method)) {
            return Stream.empty();
        }
        Annotated annotated = new Annotated(place, method);
        return annotated.with(className).stream().map(annotation -> {
            Draft draft = place.draft();
            annotated.remove(draft, annotation);
            return draft.fix("Remove @" + Names.simple(className) + " from " + method.getNameAsString(), kind);
        });
    }
}
