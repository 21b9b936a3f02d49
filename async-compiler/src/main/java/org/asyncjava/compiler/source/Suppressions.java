package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.Level;

/** Which warnings the source asks to leave out, by {@code @SuppressWarnings} with {@code async} or the rule's code. */
final class Suppressions {
    private static final String ALL_RULES = "async";

    private Suppressions() {
    }

    /** Errors cannot be suppressed: the transformer would refuse the class. */
    static boolean cover(Node node, AwaitRule rule) {
        if (rule.level() == Level.ERROR) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParentNode().orElse(null)) {
            if (at instanceof NodeWithAnnotations<?> annotated
                    && annotated.getAnnotations().stream().anyMatch(annotation -> suppresses(annotation, rule))) {
                return true;
            }
        }
        return false;
    }

    private static boolean suppresses(AnnotationExpr annotation, AwaitRule rule) {
        return annotation.getName().getIdentifier().equals("SuppressWarnings")
                && annotation.findAll(StringLiteralExpr.class).stream().map(StringLiteralExpr::asString)
                        .anyMatch(name -> name.equals(ALL_RULES) || name.equals(rule.code()));
    }
}
