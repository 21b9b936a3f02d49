package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.flow.Effect;

/** The awaits in a method or lambda that may hold a {@code java.util.concurrent.locks.Lock}. */
final class LockedAwaits {
    private LockedAwaits() {
    }

    static List<MethodCallExpr> in(Node body, Calls calls, Names names) {
        if (!OwnCode.has(body, node -> node instanceof MethodCallExpr call && calls.effect(call, Locks.OF_THREADS) != Effect.NONE)) {
            return List.of();
        }
        return FlowScan.of(body, call -> calls.effect(call, Locks.OF_THREADS), names::isThrowable).mayBeTaken().stream().filter(calls::isAwait).toList();
    }
}
