package org.asyncjava.compiler.tree;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.List;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.flow.Effect;

/** The awaits in a method or lambda that may hold a {@code java.util.concurrent.locks.Lock}. */
final class LockedAwaits {
    private LockedAwaits() {
    }

    static List<MethodInvocationTree> in(TreePath body, Symbols symbols, Calls calls) {
        if (!OwnCode.calls(body, call -> calls.effect(call, Locks.OF_THREADS) != Effect.NONE)) {
            return List.of();
        }
        return FlowScan.of(body, call -> calls.effect(call, Locks.OF_THREADS), symbols::isThrowable).mayBeTaken().stream()
                .filter(call -> calls.isAwait(new TreePath(body, call))).toList();
    }
}
