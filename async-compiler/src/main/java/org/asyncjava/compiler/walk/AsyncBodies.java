package org.asyncjava.compiler.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asyncjava.rules.AwaitRule;
import org.asyncjava.rules.AwaitSite;
import org.asyncjava.rules.CancellationFlow;
import org.asyncjava.rules.CatchSite;
import org.asyncjava.rules.CoroutineUse;
import org.asyncjava.rules.Locks;
import org.asyncjava.rules.Marker;
import org.asyncjava.rules.Misuse;
import org.asyncjava.rules.Position;
import org.asyncjava.rules.ReturnSite;
import org.asyncjava.rules.Violation;
import org.asyncjava.rules.flow.CodeFlow;
import org.asyncjava.rules.flow.Effect;

/** The rules about the code of an async method or lambda as a whole. */
final class AsyncBodies<N> {
    private final Code<N> source;
    private final Calls<N> calls;

    AsyncBodies(Code<N> source, Calls<N> calls) {
        this.source = source;
        this.calls = calls;
    }

    /** What is wrong with what it returns: literals {@code null}, and calls that something is to be done after. */
    List<Finding<N>> returns(N body, Frame frame) {
        List<Finding<N>> found = new ArrayList<>();
        List<ReturnedValues.Value<N>> values = ReturnedValues.of(source, body, this::isEach);
        values.stream().map(ReturnedValues.Value::value).filter(source::isNull).forEach(literal -> found.add(new Finding<>(
                AwaitRule.NULL_RETURNED.violation(frame.enclosure(), source.position(literal), frame.enclosure().display()), literal)));
        List<ReturnedValues.Value<N>> calling = values.stream().filter(value -> calls.asyncResult(value.value()).isPresent()).toList();
        Set<N> locked = calling.stream().allMatch(ReturnedValues.Value::isGuarded) ? Set.of() : holdingLock(body);
        calling.stream().filter(value -> value.isGuarded() || locked.contains(value.value()))
                .forEach(value -> add(found, value.value(), returned(value.value(), frame)));
        return found;
    }

    /** What a generator returns that is not its end. */
    List<Finding<N>> ends(N body, Frame frame) {
        List<Finding<N>> found = new ArrayList<>();
        ReturnedValues.of(source, body, this::isEach).stream().map(ReturnedValues.Value::value)
                .filter(value -> calls.marker(value).filter(marker -> marker == Marker.END).isEmpty())
                .forEach(value -> add(found, value, Optional.of(new Misuse(frame.enclosure(), position(value)).otherReturn())));
        return found;
    }

    private boolean isEach(N value) {
        return calls.marker(value).filter(marker -> marker == Marker.EACH).isPresent();
    }

    /** The calls that may be made with a lock held which the code itself lets go of. */
    private Set<N> holdingLock(N body) {
        Set<N> held = Collections.newSetFromMap(new IdentityHashMap<>());
        if (OwnCode.calls(source, body, call -> calls.effect(call, Locks.ALL) == Effect.RELEASES)) {
            held.addAll(mayHold(Locks.ALL, body));
        }
        return held;
    }

    private List<N> mayHold(Locks locks, N body) {
        CodeFlow<N> flow = new CodeFlow<>(call -> calls.effect(call, locks));
        source.tell(body, flow);
        return flow.mayBeTaken();
    }

    private Optional<Violation> returned(N call, Frame frame) {
        String result = calls.asyncResult(call).orElseThrow();
        return calls.callee(call).flatMap(callee -> new ReturnSite(frame.enclosure(), callee, result, position(call)).violation());
    }

    /** What is wrong with its awaits. */
    List<Finding<N>> awaits(N body, Frame frame) {
        List<Finding<N>> found = new ArrayList<>();
        if (OwnCode.calls(source, body, call -> calls.effect(call, Locks.OF_THREADS) != Effect.NONE)) {
            mayHold(Locks.OF_THREADS, body).forEach(call -> calls.marker(call).filter(Marker::suspends).ifPresent(marker -> add(found, call,
                    new AwaitSite(frame.chain(), marker, false, position(call)).violationHoldingLock())));
        }
        RepeatedUses.in(source, calls, body).forEach(use -> add(found, use.call(), calls.callee(use.made())
                .map(callee -> new CoroutineUse(frame.enclosure(), callee, position(use.call())).violation())));
        CancellationFlow<N> cancellation = new CancellationFlow<>(calls::waits, call -> CatchSite.FAILURES.contains(calls.name(call)));
        source.tell(body, cancellation);
        cancellation.swallowing().forEach(clause -> add(found, clause.clause(),
                new CatchSite(frame.enclosure(), clause.caught().get(), false, source.position(clause.clause())).violation()));
        return found;
    }

    private void add(List<Finding<N>> found, N node, Optional<Violation> broken) {
        broken.ifPresent(violation -> found.add(new Finding<>(violation, source.name(node))));
    }

    private Position position(N call) {
        return source.position(source.name(call));
    }
}
