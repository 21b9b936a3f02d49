package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import org.asyncjava.rules.LockCall;
import org.asyncjava.rules.flow.Effect;

/** The awaits in a method or lambda that may hold a {@code java.util.concurrent.locks.Lock}. */
final class LockedAwaits {
    private LockedAwaits() {
    }

    static List<MethodCallExpr> in(Node body, Calls calls, Names names) {
        if (!OwnCode.has(body, node -> node instanceof MethodCallExpr call && effect(call, calls) != Effect.NONE)) {
            return List.of();
        }
        return FlowScan.of(body, call -> effect(call, calls), names::isThrowable).mayBeTaken().stream().filter(calls::isAwait).toList();
    }

    private static Effect effect(MethodCallExpr call, Calls calls) {
        return LockCall.mayBe(call.getNameAsString()) ? calls.callee(call).map(LockCall::effect).orElse(Effect.NONE) : Effect.NONE;
    }
}
