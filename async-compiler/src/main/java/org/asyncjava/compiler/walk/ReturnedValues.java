package org.asyncjava.compiler.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.asyncjava.rules.flow.CodeEvents;

/** The values that code returns: the expressions that make them, in parentheses, casts, conditionals and switch expressions as well. */
final class ReturnedValues<N> implements CodeEvents<N> {
    private final Code<N> source;
    private final Predicate<N> closesSource;
    private final List<Value<N>> found = new ArrayList<>();
    /** The switch expressions whose value is returned, and whether the innermost one is such. */
    private final Set<N> returnedSwitches = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean yieldReturns;
    private int guards;

    private ReturnedValues(Code<N> source, Predicate<N> closesSource) {
        this.source = source;
        this.closesSource = closesSource;
    }

    /**
     * A value.
     *
     * @param value the expression
     * @param isGuarded whether something is to be done when it has been made: a catch clause, a finally, resources or a loop that closes what it goes through are around it
     */
    record Value<N>(N value, boolean isGuarded) {
    }

    static <N> List<Value<N>> of(Code<N> source, N body, Predicate<N> closesSource) {
        ReturnedValues<N> values = new ReturnedValues<>(source, closesSource);
        source.tell(body, values);
        return values.found;
    }

    private void add(N value) {
        List<N> choices = source.choices(value);
        choices.forEach(this::add);
        if (choices.isEmpty()) {
            found.add(new Value<>(value, guards > 0));
            returnedSwitches.add(value);
        }
    }

    @Override
    public void returned(N statement, Optional<N> value, Runnable operands) {
        value.ifPresent(this::add);
        operands.run();
    }

    @Override
    public void yielded(N value, Runnable operands) {
        if (yieldReturns) {
            add(value);
        }
        operands.run();
    }

    @Override
    public void choose(Choice<N> choice) {
        boolean outer = yieldReturns;
        if (choice.isExpression()) {
            yieldReturns = returnedSwitches.contains(choice.choice());
        }
        CodeEvents.super.choose(choice);
        yieldReturns = outer;
    }

    /** A loop that waits for its elements closes their source. */
    @Override
    public void loopOver(N elements, Runnable evaluate, Runnable body) {
        evaluate.run();
        int cleanups = closesSource.test(source.inside(elements)) ? 1 : 0;
        guards += cleanups;
        body.run();
        guards -= cleanups;
    }

    @Override
    public void attempt(Attempt<N> attempt) {
        int around = guards;
        int cleanups = attempt.cleanup().isPresent() ? 1 : 0;
        attempt.resources().ifPresent(Runnable::run);
        guards = around + cleanups + (attempt.resources().isPresent() ? 1 : 0) + attempt.clauses().size();
        attempt.body().run();
        guards = around + cleanups;
        attempt.clauses().forEach(clause -> clause.body().run());
        guards = around;
        attempt.cleanup().ifPresent(Runnable::run);
    }
}
