package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.body.BodyDeclaration;
import java.util.Optional;
import org.asyncjava.compiler.source.CheckedSource;
import org.asyncjava.compiler.source.Meanings;
import org.asyncjava.rules.Violation;

/**
 * A broken rule in a source.
 *
 * @param source the source
 * @param lines where its nodes are
 * @param violation the report
 * @param node what is reported
 */
record Place(CheckedSource source, Lines lines, Violation violation, Node node) {
    static Optional<Place> of(CheckedSource source, Violation violation) {
        return source.meanings().nodeOf(violation).map(node -> new Place(source, new Lines(source.text()), violation, node));
    }

    Meanings meanings() {
        return source.meanings();
    }

    String text(Node part) {
        return lines.text(part);
    }

    /** The method whose own code the node belongs to; empty in lambdas and initialisers. */
    Optional<MethodDeclaration> method() {
        return frame().filter(MethodDeclaration.class::isInstance).map(MethodDeclaration.class::cast);
    }

    /** What has the code that the node belongs to: a lambda or a member of a class. */
    Optional<Node> frame() {
        Node at = node;
        while (at != null && !(at instanceof LambdaExpr) && !(at instanceof BodyDeclaration)) {
            at = at.getParentNode().orElse(null);
        }
        return Optional.ofNullable(at);
    }

    Draft draft() {
        return new Draft(this);
    }
}
