package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.compiler.source.Meanings;

/** Awaits a call whose result is dropped, where that is possible, or lets it run beside, or keeps it. */
final class Dropped {
    private static final String CREATE_TASK = "createTask";

    private Dropped() {
    }

    static List<Fix> of(Place place) {
        if (!(place.node().getParentNode().orElse(null) instanceof MethodCallExpr call)) {
            return List.of();
        }
        List<Fix> fixes = new ArrayList<>();
        if (isAsync(place)) {
            Draft draft = place.draft();
            draft.around(call, draft.method(Names.AWAIT, "await") + "(", ")");
            fixes.add(draft.fix("Await " + call.getNameAsString(), Fix.Kind.PREFERRED));
        }
        Node parent = call.getParentNode().orElse(null);
        if (parent instanceof ExpressionStmt statement) {
            if (place.meanings().asyncResult(call).filter(Names.COROUTINE::equals).isPresent() && Flavour.COROUTINE.isThere(place.meanings())) {
                Draft draft = place.draft();
                draft.around(call, draft.method(Names.COROUTINES, CREATE_TASK) + "(", ")");
                fixes.add(draft.fix("Start " + call.getNameAsString() + " as a task", Fix.Kind.OTHER));
            }
            if (statement.getParentNode().orElse(null) instanceof BlockStmt) {
                fixes.add(place.draft().before(call, "var " + FreeName.like(call.getNameAsString() + "Result", call) + " = ")
                        .fix("Keep the result of " + call.getNameAsString() + " in a variable", Fix.Kind.OTHER));
            }
        }
        return fixes;
    }

    /** Whether the code is async already: a mark that is missing is another mistake. */
    private static boolean isAsync(Place place) {
        Meanings meanings = place.meanings();
        return place.frame().filter(frame -> frame instanceof LambdaExpr lambda ? meanings.isAsync(lambda)
                : place.method().filter(meanings::isAsync).isPresent()).isPresent();
    }
}
