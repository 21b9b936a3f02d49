package org.asyncjava.compiler.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.List;
import org.asyncjava.compiler.walk.Sights;
import org.asyncjava.rules.Marker;

/** Collects what is marked in a file: where code may be suspended, and calls that start async work and are not awaited where they stand. */
final class LiveMarks implements Sights<Node> {
    private static final String COROUTINE = "org.asyncjava.runtime.Coroutine";

    private final SourceCalls calls;
    private final List<LiveMark> marks = new ArrayList<>();

    LiveMarks(SourceCalls calls) {
        this.calls = calls;
    }

    List<LiveMark> marks() {
        return marks;
    }

    @Override
    public void suspends(Marker marker, Node at) {
        add(switch (marker) {
            case AWAIT -> LiveMark.Kind.AWAIT;
            case EMIT, END -> LiveMark.Kind.EMIT;
            case EACH -> LiveMark.Kind.EACH;
            case CLOSE -> LiveMark.Kind.CLOSE;
        }, at);
    }

    @Override
    public void calls(Node call) {
        if (call instanceof MethodCallExpr method && !isAwaited(method) && calls.startsAsyncWork(method)) {
            calls.asyncResult(method).ifPresent(result ->
                    add(result.equals(COROUTINE) ? LiveMark.Kind.COLD_CALL : LiveMark.Kind.HOT_CALL, method.getName()));
        }
    }

    private boolean isAwaited(MethodCallExpr call) {
        return call.getParentNode().filter(parent -> parent instanceof MethodCallExpr around && calls.isAwait(around)
                && around.getArguments().contains(call)).isPresent();
    }

    private void add(LiveMark.Kind kind, Node at) {
        marks.add(new LiveMark(kind, Extent.of(at)));
    }
}
