package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.function.Predicate;

/** Looks for something in code, but not in the lambdas and classes in it. */
final class OwnCode {
    private OwnCode() {
    }

    static boolean has(Node code, Predicate<Node> isWanted) {
        return isWanted.test(code) || code.getChildNodes().stream().filter(child -> !beginsOther(code, child)).anyMatch(child -> has(child, isWanted));
    }

    /** Whether a child is no code of its parent's frame. The arguments of a creation are; the members of an anonymous class are not. */
    static boolean beginsOther(Node parent, Node child) {
        return child instanceof LambdaExpr || child instanceof TypeDeclaration
                || parent instanceof ObjectCreationExpr creation
                        && creation.getAnonymousClassBody().filter(body -> body.contains(child)).isPresent();
    }
}
