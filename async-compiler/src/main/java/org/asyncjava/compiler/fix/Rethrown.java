package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.stmt.CatchClause;
import java.util.List;

/** Lets cancellation through a catch clause that takes it for a failure: another clause before it. */
final class Rethrown {
    private static final String CANCELLATION = "java.util.concurrent.CancellationException";

    private Rethrown() {
    }

    static List<Fix> of(Place place) {
        return place.node() instanceof CatchClause clause ? List.of(before(clause, place)) : List.of();
    }

    private static Fix before(CatchClause clause, Place place) {
        Draft draft = place.draft();
        Lines lines = place.lines();
        int begin = lines.begin(clause);
        String name = FreeName.like("cancelled", clause);
        String indentation = lines.indentation(begin);
        String end = lines.lineEnd();
        boolean isFirst = lines.isFirstOfLine(begin);
        draft.put(begin, "catch (" + draft.type(CANCELLATION) + " " + name + ") {" + end + indentation + lines.step() + "throw " + name + ";" + end
                + indentation + "}" + (isFirst ? end + indentation : " "));
        return draft.fix("Rethrow CancellationException before it", Fix.Kind.SAFE);
    }
}
