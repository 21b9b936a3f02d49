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
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The {@link Flow} of a method as its source has it. Whoever reads the source tells of calls, branches, loops and jumps in the order in
 * which they are written; parts that may be gone through several times, or by several ways, are handed over to be told when asked for.
 *
 * <p>What throws is a call, and whatever a try statement begins with. For one thread.
 *
 * @param <T> what represents a call
 */
public final class CodeFlow<T> {
    /** Copies of {@code finally} within copies of {@code finally} would be as many as its depth makes them. */
    private static final int DEEPEST_COPY = 3;

    private final Flow flow = new Flow();
    private final List<Seen<T>> seen = new ArrayList<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Set<String> labels = new HashSet<>();
    private final int outside = flow.place(Effect.NONE);
    private int at = flow.place(Effect.NONE);
    private final int start = at;
    private int onFailure = outside;
    /** Where the innermost try statement has begun that does not begin with another one. */
    private int begin = -1;
    private int copying;

    private record Seen<T>(T call, int place) {
    }

    private record Exits(int yes, int no) {
    }

    /**
     * A case of a switch.
     *
     * @param guard what must be true besides
     * @param body what is done
     * @param fallsThrough whether the next case is gone on with
     */
    public record Case(Optional<Condition> guard, Runnable body, boolean fallsThrough) {
    }

    /**
     * A try statement.
     *
     * @param body its block
     * @param clauses its catch clauses
     * @param catchesAll whether one of them catches everything
     * @param cleanup what is done on each way out
     */
    public record Attempt(Runnable body, List<Runnable> clauses, boolean catchesAll, Optional<Runnable> cleanup) {
    }

    /**
     * Where it may be taken, when all has been told.
     *
     * @return the calls, each once
     */
    public List<T> mayBeTaken() {
        return calls(flow::mayBeTakenAt);
    }

    /**
     * Where it is certainly taken, when all has been told.
     *
     * @return the calls, each once
     */
    public List<T> isTaken() {
        return calls(flow::isTakenAt);
    }

    private List<T> calls(IntPredicate wanted) {
        flow.follow(start);
        Set<T> known = Collections.newSetFromMap(new IdentityHashMap<>());
        return seen.stream().filter(each -> wanted.test(each.place)).map(Seen::call).filter(known::add).toList();
    }

    /**
     * A call, when its operands have been told.
     *
     * @param call the call
     * @param effect what it does
     */
    public void call(T call, Effect effect) {
        mayFail(effect);
        seen.add(new Seen<>(call, at));
    }

    /** Something that calls what is not written. */
    public void mayFail() {
        mayFail(Effect.NONE);
    }

    private void mayFail(Effect effect) {
        int place = flow.place(effect);
        flow.go(at, place);
        flow.fail(place, onFailure);
        at = place;
    }

    /**
     * A branch.
     *
     * @param condition what decides
     * @param yes what is done if it is true
     * @param no what is done if not
     */
    public void branch(Condition condition, Runnable yes, Runnable no) {
        Exits exits = exits(condition);
        at = join(exits.yes);
        yes.run();
        int end = join(at);
        at = exits.no;
        no.run();
        flow.go(at, end);
        at = end;
    }

    /**
     * A condition whose value is kept: that something was tried is not known where the value is used.
     *
     * @param condition the condition
     */
    public void value(Condition condition) {
        if (condition instanceof Condition.And both) {
            Exits left = exits(both.left());
            rest(both.right(), left.yes, left.no);
        } else if (condition instanceof Condition.Or either) {
            Exits left = exits(either.left());
            rest(either.right(), left.no, left.yes);
        } else if (condition instanceof Condition.Not not) {
            value(not.of());
        } else if (condition instanceof Condition.Choice choice) {
            branch(choice.test(), () -> value(choice.yes()), () -> value(choice.no()));
        } else {
            exits(condition);
        }
    }

    private void rest(Condition right, int entered, int passed) {
        at = entered;
        value(right);
        at = join(at, passed);
    }

    private Exits exits(Condition condition) {
        if (condition instanceof Condition.Not not) {
            Exits of = exits(not.of());
            return new Exits(of.no, of.yes);
        }
        if (condition instanceof Condition.And both) {
            return choice(both.left(), both.right(), new Condition.Constant(false));
        }
        if (condition instanceof Condition.Or either) {
            return choice(either.left(), new Condition.Constant(true), either.right());
        }
        if (condition instanceof Condition.Choice choice) {
            return choice(choice.test(), choice.yes(), choice.no());
        }
        if (condition instanceof Condition.Constant constant) {
            return constant.value() ? new Exits(at, nowhere()) : new Exits(nowhere(), at);
        }
        if (condition instanceof Condition.Try tried) {
            tried.evaluation().run();
            int taken = nowhere();
            flow.goTaken(at, taken);
            return new Exits(taken, at);
        }
        ((Condition.Other) condition).evaluation().run();
        return new Exits(at, at);
    }

    private Exits choice(Condition test, Condition yes, Condition no) {
        Exits tested = exits(test);
        at = tested.yes;
        Exits ofYes = exits(yes);
        at = tested.no;
        Exits ofNo = exits(no);
        return new Exits(join(ofYes.yes, ofNo.yes), join(ofYes.no, ofNo.no));
    }

    /**
     * A loop that asks before each round.
     *
     * @param condition whether there is another round
     * @param body the round
     * @param update what is done between two rounds
     */
    public void loop(Condition condition, Runnable body, Runnable update) {
        int top = join(at);
        at = top;
        Exits exits = exits(condition);
        Scope.Target loop = enterLoop();
        at = exits.yes;
        body.run();
        flow.go(at, loop.next());
        at = loop.next();
        update.run();
        flow.go(at, top);
        at = exits.no;
        exit(loop);
    }

    /**
     * A loop that asks after each round.
     *
     * @param body the round
     * @param condition whether there is another round
     */
    public void loopAtLeastOnce(Runnable body, Condition condition) {
        int top = join(at);
        Scope.Target loop = enterLoop();
        at = top;
        body.run();
        flow.go(at, loop.next());
        at = loop.next();
        Exits exits = exits(condition);
        flow.go(exits.yes, top);
        at = exits.no;
        exit(loop);
    }

    private Scope.Target enterLoop() {
        Scope.Target loop = enter(Scope.Kind.LOOP, Set.copyOf(labels));
        labels.clear();
        return loop;
    }

    private Scope.Target enter(Scope.Kind kind, Set<String> names) {
        Scope.Target target = new Scope.Target(kind, names, nowhere(), nowhere());
        scopes.push(target);
        return target;
    }

    private void exit(Scope.Target target) {
        scopes.pop();
        flow.go(at, target.end());
        at = target.end();
    }

    /**
     * A statement with a label.
     *
     * @param label its name
     * @param body the statement
     */
    public void labelled(String label, Runnable body) {
        Scope.Target target = enter(Scope.Kind.LABELLED, Set.of(label));
        labels.add(label);
        body.run();
        labels.clear();
        exit(target);
    }

    /**
     * A switch, when its selector has been told.
     *
     * @param isExpression whether it yields a value
     * @param mayPass whether it may be that no case applies
     * @param cases in their order
     */
    public void choose(boolean isExpression, boolean mayPass, List<Case> cases) {
        int dispatch = join(at);
        Scope.Target target = enter(isExpression ? Scope.Kind.SWITCH_EXPRESSION : Scope.Kind.SWITCH, Set.of());
        at = nowhere();
        for (Case each : cases) {
            int before = at;
            at = dispatch;
            each.guard().ifPresent(guard -> {
                Exits exits = exits(guard);
                flow.go(exits.no, dispatch);
                at = exits.yes;
            });
            at = join(at, before);
            each.body().run();
            if (!each.fallsThrough()) {
                flow.go(at, target.end());
                at = nowhere();
            }
        }
        if (mayPass) {
            flow.go(dispatch, target.end());
        }
        exit(target);
    }

    /**
     * A try statement.
     *
     * @param attempt the statement
     */
    public void attempt(Attempt attempt) {
        int around = onFailure;
        int after = nowhere();
        Scope.Cleanup cleanup = new Scope.Cleanup(copying >= DEEPEST_COPY);
        int uncaught = attempt.cleanup().isEmpty() ? around : cleanup.on(around, () -> flow.go(at, around), flow);
        attempt.cleanup().ifPresent(present -> scopes.push(cleanup));
        int failures = nowhere();
        onFailure = failures;
        guarded(attempt.body(), failures);
        onFailure = uncaught;
        end(attempt, cleanup, after);
        for (Runnable clause : attempt.clauses()) {
            at = join(failures);
            clause.run();
            end(attempt, cleanup, after);
        }
        if (!attempt.catchesAll()) {
            flow.go(failures, uncaught);
        }
        onFailure = around;
        attempt.cleanup().ifPresent(code -> {
            scopes.pop();
            copy(code, cleanup);
        });
        at = after;
    }

    /** What a block begins with may throw, call or not; a block that begins with another one leaves that to it. */
    private void guarded(Runnable body, int failures) {
        begin = at == begin ? -1 : begin;
        int around = begin;
        int own = join(at);
        at = own;
        begin = own;
        body.run();
        if (begin == own) {
            flow.go(own, failures);
        }
        begin = around;
    }

    private void end(Attempt attempt, Scope.Cleanup cleanup, int after) {
        flow.go(at, attempt.cleanup().isEmpty() ? after : cleanup.on(after, () -> flow.go(at, after), flow));
    }

    private void copy(Runnable code, Scope.Cleanup cleanup) {
        copying++;
        for (Scope.Cleanup.Copy copy : cleanup.copies()) {
            at = copy.entry();
            code.run();
            int end = at;
            copy.onward().values().forEach(onward -> {
                at = end;
                onward.run();
            });
        }
        copying--;
    }

    /** Leaves the method. */
    public void leave() {
        jump(outside, null);
    }

    /** Throws. */
    public void fail() {
        flow.go(at, onFailure);
        at = nowhere();
    }

    /**
     * A {@code break}.
     *
     * @param label what it names, if anything
     */
    public void leave(Optional<String> label) {
        to(target -> label.map(name -> target.kind() == Scope.Kind.LABELLED && target.labels().contains(name))
                .orElse(target.kind() == Scope.Kind.LOOP || target.kind() == Scope.Kind.SWITCH), Scope.Target::end);
    }

    /**
     * A {@code continue}.
     *
     * @param label what it names, if anything
     */
    public void goOn(Optional<String> label) {
        to(target -> target.kind() == Scope.Kind.LOOP && label.map(target.labels()::contains).orElse(true), Scope.Target::next);
    }

    /** A {@code yield}, when its value has been told. */
    public void yieldValue() {
        to(target -> target.kind() == Scope.Kind.SWITCH_EXPRESSION, Scope.Target::end);
    }

    private void to(Predicate<Scope.Target> wanted, ToIntFunction<Scope.Target> place) {
        Optional<Scope.Target> target = scopes.stream().filter(Scope.Target.class::isInstance).map(Scope.Target.class::cast).filter(wanted).findFirst();
        target.ifPresentOrElse(known -> jump(place.applyAsInt(known), known), this::leave);
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
        flow.go(at, next);
        at = nowhere();
    }

    private int join(int... from) {
        int place = nowhere();
        for (int each : from) {
            flow.go(each, place);
        }
        return place;
    }

    /** A place that nothing leads to yet. */
    private int nowhere() {
        return flow.place(Effect.NONE);
    }
}
