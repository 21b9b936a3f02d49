package org.asyncjava.rules.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The {@link Flow} of some code, drawn while it is told of. Parts that may be gone through several times, or by several ways, are asked for as
 * often as that is so.
 *
 * <p>What throws is a call, and whatever a try statement begins with. For one thread.
 *
 * @param <N> what represents a node of the source
 */
public final class CodeFlow<N> implements CodeEvents<N> {
    private static final Runnable NOTHING = () -> { };

    /** Copies of {@code finally} within copies of {@code finally} would be as many as its depth makes them. */
    private static final int DEEPEST_COPY = 3;

    private final Function<N, Effect> effects;
    private final Pen pen = new Pen();
    private final Flow flow = pen.flow();
    private final Branches<N> branches;
    private final List<Seen<N>> seen = new ArrayList<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Set<String> labels = new HashSet<>();
    private final int start = pen.at();
    private final int outside = pen.nowhere();
    private int onFailure = outside;
    /** Where the innermost try statement has begun that does not begin with another one. */
    private int begin = -1;
    private int copying;
    /** The call whose result something is let go of. */
    private N fetching;

    private record Seen<N>(N call, int place) {
    }

    /**
     * Makes a flow that has been told nothing yet.
     *
     * @param effects what calls do; asked of other expressions as well, which do nothing
     */
    public CodeFlow(Function<N, Effect> effects) {
        this.effects = effects;
        this.branches = new Branches<>(pen, expression -> effects.apply(expression) == Effect.TRIES);
    }

    /**
     * Where it may be taken, when all has been told.
     *
     * @return the calls, each once
     */
    public List<N> mayBeTaken() {
        return calls(flow::mayBeTakenAt);
    }

    /**
     * Where it is certainly taken, when all has been told.
     *
     * @return the calls, each once
     */
    public List<N> isTaken() {
        return calls(flow::isTakenAt);
    }

    private List<N> calls(IntPredicate wanted) {
        flow.follow(start);
        Set<N> known = Collections.newSetFromMap(new IdentityHashMap<>());
        return seen.stream().filter(each -> wanted.test(each.place)).map(Seen::call).filter(known::add).toList();
    }

    @Override
    public void call(N call, N target, Runnable operands) {
        Effect effect = call == fetching ? Effect.FETCHES : effects.apply(call);
        if (effect == Effect.RELEASES) {
            fetching = target;
        }
        operands.run();
        pen.pass(effect, onFailure);
        seen.add(new Seen<>(call, pen.at()));
    }

    @Override
    public void creation(N creation, Runnable operands) {
        operands.run();
        mayFail();
    }

    private void mayFail() {
        pen.pass(Effect.NONE, onFailure);
    }

    @Override
    public void branch(Condition<N> condition, Runnable yes, Runnable no) {
        branches.branch(condition, yes, no);
    }

    @Override
    public void value(Condition<N> condition) {
        branches.value(condition);
    }

    /** Asserts may be switched off. */
    @Override
    public void assertion(Condition<N> condition, Runnable message) {
        int off = pen.at();
        branch(condition, NOTHING, () -> thrown(() -> {
            message.run();
            mayFail();
        }));
        pen.moveTo(pen.join(off, pen.at()));
    }

    @Override
    public void loop(Condition<N> condition, Runnable update, Runnable body) {
        loop(() -> branches.of(condition), update, body);
    }

    @Override
    public void loopOver(N source, Runnable elements, Runnable body) {
        elements.run();
        mayFail();
        loop(() -> {
            mayFail();
            return new Branches.Exits(pen.at(), pen.at());
        }, NOTHING, body);
    }

    private void loop(Supplier<Branches.Exits> condition, Runnable update, Runnable body) {
        int top = pen.join(pen.at());
        pen.moveTo(top);
        Branches.Exits exits = condition.get();
        Scope.Target loop = enterLoop();
        pen.moveTo(exits.yes());
        body.run();
        pen.goTo(loop.next());
        pen.moveTo(loop.next());
        update.run();
        pen.goTo(top);
        pen.moveTo(exits.no());
        exit(loop);
    }

    @Override
    public void loopAtLeastOnce(Runnable body, Condition<N> condition) {
        int top = pen.join(pen.at());
        Scope.Target loop = enterLoop();
        pen.moveTo(top);
        body.run();
        pen.goTo(loop.next());
        pen.moveTo(loop.next());
        Branches.Exits exits = branches.of(condition);
        flow.go(exits.yes(), top);
        pen.moveTo(exits.no());
        exit(loop);
    }

    private Scope.Target enterLoop() {
        Scope.Target loop = enter(Scope.Kind.LOOP, Set.copyOf(labels));
        labels.clear();
        return loop;
    }

    private Scope.Target enter(Scope.Kind kind, Set<String> names) {
        Scope.Target target = new Scope.Target(kind, names, pen.nowhere(), pen.nowhere());
        scopes.push(target);
        return target;
    }

    private void exit(Scope.Target target) {
        scopes.pop();
        pen.goTo(target.end());
        pen.moveTo(target.end());
    }

    @Override
    public void labelled(String label, Runnable body) {
        Scope.Target target = enter(Scope.Kind.LABELLED, Set.of(label));
        labels.add(label);
        body.run();
        labels.clear();
        exit(target);
    }

    @Override
    public void choose(Choice<N> choice) {
        choice.selector().run();
        int dispatch = pen.join(pen.at());
        Scope.Target target = enter(choice.isExpression() ? Scope.Kind.SWITCH_EXPRESSION : Scope.Kind.SWITCH, Set.of());
        pen.moveTo(pen.nowhere());
        for (Case<N> each : choice.cases()) {
            int before = pen.at();
            pen.moveTo(dispatch);
            each.guard().ifPresent(guard -> {
                Branches.Exits exits = branches.of(guard);
                flow.go(exits.no(), dispatch);
                pen.moveTo(exits.yes());
            });
            pen.moveTo(pen.join(pen.at(), before));
            each.body().run();
            if (!each.fallsThrough()) {
                jump(target.end(), target);
            }
        }
        if (choice.mayPass()) {
            flow.go(dispatch, target.end());
        }
        exit(target);
    }

    @Override
    public void attempt(Attempt<N> attempt) {
        int around = onFailure;
        int after = pen.nowhere();
        Scope.Cleanup cleanup = new Scope.Cleanup(copying >= DEEPEST_COPY);
        int uncaught = attempt.cleanup().isEmpty() ? around : cleanup.on(around, () -> pen.goTo(around), flow);
        attempt.cleanup().ifPresent(present -> scopes.push(cleanup));
        int failures = pen.nowhere();
        onFailure = failures;
        guarded(attempt.resources().map(resources -> closing(resources, attempt)).orElse(attempt.body()), failures);
        onFailure = uncaught;
        end(attempt, cleanup, after);
        for (Clause<N> clause : attempt.clauses()) {
            pen.moveTo(pen.join(failures));
            clause.body().run();
            end(attempt, cleanup, after);
        }
        if (attempt.clauses().stream().noneMatch(clause -> clause.caught().get().contains("java.lang.Throwable"))) {
            flow.go(failures, uncaught);
        }
        onFailure = around;
        attempt.cleanup().ifPresent(code -> {
            scopes.pop();
            copy(code, cleanup);
        });
        pen.moveTo(after);
    }

    private Runnable closing(Runnable resources, Attempt<N> attempt) {
        return () -> {
            resources.run();
            mayFail();
            attempt(new Attempt<>(attempt.statement(), Optional.empty(), attempt.body(), List.of(), Optional.of(this::mayFail)));
        };
    }

    /** What a block begins with may throw, call or not; a block that begins with another one leaves that to it. */
    private void guarded(Runnable body, int failures) {
        begin = pen.at() == begin ? -1 : begin;
        int around = begin;
        int own = pen.join(pen.at());
        pen.moveTo(own);
        begin = own;
        body.run();
        if (begin == own) {
            flow.go(own, failures);
        }
        begin = around;
    }

    private void end(Attempt<N> attempt, Scope.Cleanup cleanup, int after) {
        pen.goTo(attempt.cleanup().isEmpty() ? after : cleanup.on(after, () -> pen.goTo(after), flow));
    }

    private void copy(Runnable code, Scope.Cleanup cleanup) {
        copying++;
        for (Scope.Cleanup.Copy copy : cleanup.copies()) {
            pen.moveTo(copy.entry());
            code.run();
            int end = pen.at();
            copy.onward().values().forEach(onward -> {
                pen.moveTo(end);
                onward.run();
            });
        }
        copying--;
    }

    @Override
    public void returned(N statement, Optional<N> value, Runnable operands) {
        operands.run();
        jump(outside, null);
    }

    @Override
    public void yielded(N value, Runnable operands) {
        operands.run();
        to(target -> target.kind() == Scope.Kind.SWITCH_EXPRESSION, Scope.Target::end);
    }

    @Override
    public void thrown(Runnable operands) {
        operands.run();
        pen.goTo(onFailure);
        pen.moveTo(pen.nowhere());
    }

    @Override
    public void leave(Optional<String> label) {
        to(target -> label.map(name -> target.kind() == Scope.Kind.LABELLED && target.labels().contains(name))
                .orElse(target.kind() == Scope.Kind.LOOP || target.kind() == Scope.Kind.SWITCH), Scope.Target::end);
    }

    @Override
    public void goOn(Optional<String> label) {
        to(target -> target.kind() == Scope.Kind.LOOP && label.map(target.labels()::contains).orElse(true), Scope.Target::next);
    }

    private void to(Predicate<Scope.Target> wanted, ToIntFunction<Scope.Target> place) {
        Optional<Scope.Target> target = scopes.stream().filter(Scope.Target.class::isInstance).map(Scope.Target.class::cast).filter(wanted).findFirst();
        target.ifPresentOrElse(known -> jump(place.applyAsInt(known), known), () -> jump(outside, null));
    }

    /** Goes somewhere through the cleanup of what is left on the way; each cleanup goes on to the next one. */
    private void jump(int to, Scope.Target target) {
        int next = to;
        for (Scope scope : scopes) {
            if (scope == target) {
                break;
            }
            if (scope instanceof Scope.Cleanup cleanup) {
                next = cleanup.on(to, () -> jump(to, target), flow);
                break;
            }
        }
        pen.goTo(next);
        pen.moveTo(pen.nowhere());
    }
}
