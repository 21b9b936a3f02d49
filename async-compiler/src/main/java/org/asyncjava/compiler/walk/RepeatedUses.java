package org.asyncjava.compiler.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asyncjava.rules.flow.CodeEvents;
import org.asyncjava.rules.flow.CodeFlow;
import org.asyncjava.rules.flow.Effect;

/** The calls in code that are given a coroutine which has certainly been started: a variable that is assigned once. */
final class RepeatedUses<N> implements CodeEvents<N> {
    private final Code<N> source;
    private final Calls<N> calls;
    private final Map<Object, Made<N>> made = new IdentityHashMap<>();
    private final List<Made<N>> inOrder = new ArrayList<>();
    private final Set<Object> assigned = identitySet();

    private RepeatedUses(Code<N> source, Calls<N> calls) {
        this.source = source;
        this.calls = calls;
    }

    /**
     * A call that is given a coroutine again.
     *
     * @param call the call
     * @param made the one that has made the coroutine
     */
    record Use<N>(N call, N made) {
    }

    private record Made<N>(Object variable, N maker, Set<N> uses) {
        Effect effect(N call) {
            return call == maker ? Effect.RELEASES : uses.contains(call) ? Effect.USES : Effect.NONE;
        }
    }

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    static <N> List<Use<N>> in(Code<N> source, Calls<N> calls, N body) {
        RepeatedUses<N> scan = new RepeatedUses<>(source, calls);
        source.tell(body, scan);
        List<Use<N>> found = new ArrayList<>();
        for (Made<N> each : scan.inOrder) {
            if (each.uses.size() > 1 && !scan.assigned.contains(each.variable)) {
                CodeFlow<N> flow = new CodeFlow<>(each::effect);
                source.tell(body, flow);
                flow.isTaken().stream().filter(each.uses::contains).forEach(use -> found.add(new Use<>(use, each.maker)));
            }
        }
        return found;
    }

    @Override
    public void declared(N variable, N value, Runnable operands) {
        N maker = source.inside(value);
        if (calls.makesCoroutine(maker)) {
            Made<N> one = new Made<>(source.variable(variable), maker, identitySet());
            made.put(one.variable, one);
            inOrder.add(one);
        }
        operands.run();
    }

    @Override
    public void assigned(N target, Runnable operands) {
        if (!made.isEmpty()) {
            assigned.add(source.variable(source.inside(target)));
        }
        operands.run();
    }

    @Override
    public void call(N call, N target, Runnable operands) {
        if (!made.isEmpty() && (calls.isAwait(call) || calls.startsCoroutines(call))) {
            for (N argument : source.arguments(call)) {
                Made<N> known = made.get(source.variable(source.inside(argument)));
                if (known != null) {
                    known.uses.add(call);
                }
            }
        }
        operands.run();
    }
}
