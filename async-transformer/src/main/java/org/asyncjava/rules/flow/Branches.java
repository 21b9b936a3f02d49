package org.asyncjava.rules.flow;

import java.util.function.Predicate;

/** Draws the ways that conditions lead. */
final class Branches<N> {
    private final Pen pen;
    private final Predicate<N> tries;

    /**
     * Begins.
     *
     * @param pen draws
     * @param tries whether an expression is a call with {@link Effect#TRIES}
     */
    Branches(Pen pen, Predicate<N> tries) {
        this.pen = pen;
        this.tries = tries;
    }

    /** Where it goes on if a condition is true, and where if not. */
    record Exits(int yes, int no) {
    }

    void branch(Condition<N> condition, Runnable yes, Runnable no) {
        Exits exits = of(condition);
        pen.moveTo(pen.join(exits.yes));
        yes.run();
        int end = pen.join(pen.at());
        pen.moveTo(exits.no);
        no.run();
        pen.goTo(end);
        pen.moveTo(end);
    }

    /** A condition whose value is kept: that something was tried is not known where the value is used. */
    void value(Condition<N> condition) {
        if (condition instanceof Condition.And<N> both) {
            Exits left = of(both.left());
            rest(both.right(), left.yes, left.no);
        } else if (condition instanceof Condition.Or<N> either) {
            Exits left = of(either.left());
            rest(either.right(), left.no, left.yes);
        } else if (condition instanceof Condition.Not<N> not) {
            value(not.of());
        } else if (condition instanceof Condition.Choice<N> choice) {
            branch(choice.test(), () -> value(choice.yes()), () -> value(choice.no()));
        } else {
            of(condition);
        }
    }

    private void rest(Condition<N> right, int entered, int passed) {
        pen.moveTo(entered);
        value(right);
        pen.moveTo(pen.join(pen.at(), passed));
    }

    Exits of(Condition<N> condition) {
        if (condition instanceof Condition.Not<N> not) {
            Exits of = of(not.of());
            return new Exits(of.no, of.yes);
        }
        if (condition instanceof Condition.And<N> both) {
            return choice(both.left(), both.right(), new Condition.Constant<>(false));
        }
        if (condition instanceof Condition.Or<N> either) {
            return choice(either.left(), new Condition.Constant<>(true), either.right());
        }
        if (condition instanceof Condition.Choice<N> choice) {
            return choice(choice.test(), choice.yes(), choice.no());
        }
        if (condition instanceof Condition.Constant<N> constant) {
            return constant.value() ? new Exits(pen.at(), pen.nowhere()) : new Exits(pen.nowhere(), pen.at());
        }
        return of((Condition.Other<N>) condition);
    }

    /** The last thing that happens in a call that tries is the call itself. */
    private Exits of(Condition.Other<N> other) {
        other.evaluate();
        if (!tries.test(other.expression())) {
            return new Exits(pen.at(), pen.at());
        }
        int taken = pen.nowhere();
        pen.flow().goTaken(pen.at(), taken);
        return new Exits(taken, pen.at());
    }

    private Exits choice(Condition<N> test, Condition<N> yes, Condition<N> no) {
        Exits tested = of(test);
        pen.moveTo(tested.yes);
        Exits ofYes = of(yes);
        pen.moveTo(tested.no);
        Exits ofNo = of(no);
        return new Exits(pen.join(ofYes.yes, ofNo.yes), pen.join(ofYes.no, ofNo.no));
    }
}
