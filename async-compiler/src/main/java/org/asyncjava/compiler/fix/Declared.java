package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.List;
import java.util.Optional;

/** Declares a variable otherwise: a resource so that its type is seen, a coroutine as a task, which may be awaited as often as one likes. */
final class Declared {
    private static final String TASK = "org.asyncjava.runtime.Task";

    private Declared() {
    }

    /** A resource whose declared type hides that it is closed by awaiting. */
    static List<Fix> asWhatItIs(Place place) {
        return place.node() instanceof VariableDeclarator variable && !variable.getType().isVarType()
                ? List.of(place.draft().replace(variable.getType(), "var").fix("Declare it with var", Fix.Kind.PREFERRED)) : List.of();
    }

    /** A coroutine that is used a second time. */
    static List<Fix> asTask(Place place) {
        return place.node().getParentNode().orElse(null) instanceof MethodCallExpr call && call.getArguments().size() > 0
                && call.getArgument(0) instanceof NameExpr name ? place.meanings().variable(name.getNameAsString(), name)
                        .flatMap(declaration -> task(place, declaration)).map(List::of).orElse(List.of()) : List.of();
    }

    private static Optional<Fix> task(Place place, Node declaration) {
        if (!(declaration instanceof VariableDeclarator variable) || variable.getInitializer().isEmpty()
                || !(variable.getParentNode().orElse(null) instanceof VariableDeclarationExpr all) || all.getVariables().size() > 1) {
            return Optional.empty();
        }
        Draft draft = place.draft();
        Expression maker = variable.getInitializer().get();
        if (variable.getType() instanceof ClassOrInterfaceType type) {
            draft.change(place.lines().begin(type), place.lines().end(type.getName()), draft.type(TASK));
        }
        draft.around(maker, draft.method(Names.COROUTINES, "createTask") + "(", ")");
        return Optional.of(draft.fix("Make a task of " + variable.getNameAsString(), Fix.Kind.PREFERRED));
    }
}
