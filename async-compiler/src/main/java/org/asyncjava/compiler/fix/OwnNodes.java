package org.asyncjava.compiler.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The nodes of code that belong to it and not to lambdas and classes in it. */
final class OwnNodes {
    private OwnNodes() {
    }

    /** In the order of the source. */
    static <T extends Node> List<T> of(Node code, Class<T> type) {
        List<T> found = new ArrayList<>();
        Deque<Node> waiting = new ArrayDeque<>(List.of(code));
        while (!waiting.isEmpty()) {
            Node node = waiting.pop();
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
            List<Node> children = node.getChildNodes();
            for (int index = children.size() - 1; index >= 0; index--) {
                Node child = children.get(index);
                if (!(child instanceof LambdaExpr) && !(child instanceof BodyDeclaration)) {
                    waiting.push(child);
                }
            }
        }
        return found;
    }
}
