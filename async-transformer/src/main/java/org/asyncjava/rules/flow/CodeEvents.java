package org.asyncjava.rules.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the code of a method, a lambda or an initialiser does. Whoever reads a source tells of it in the order of the source. What an event
 * consists of is handed over as code, which tells of it when it is run, as often as is asked: here each part once, as it is written.
 *
 * <p>Lambdas and classes in the code are code of their own: it is told only that they are there.
 *
 * @param <N> what represents a node of the source: known by its identity
 */
public interface CodeEvents<N> {
    /**
     * A case of a switch.
     *
     * @param guard what must be true besides
     * @param body what is done
     * @param fallsThrough whether the next case is gone on with
     * @param <N> what represents a node
     */
    record Case<N>(Optional<Condition<N>> guard, Runnable body, boolean fallsThrough) {
    }

    /**
     * A switch.
     *
     * @param choice the statement or expression
     * @param isExpression whether it yields a value
     * @param mayPass whether it may be that no case applies
     * @param selector what chooses
     * @param cases in their order
     * @param <N> what represents a node
     */
    record Choice<N>(N choice, boolean isExpression, boolean mayPass, Runnable selector, List<Case<N>> cases) {
    }

    /**
     * A catch clause.
     *
     * @param clause the clause
     * @param caught the types that it catches, names with dots; found out when asked
     * @param body its block
     * @param <N> what represents a node
     */
    record Clause<N>(N clause, Supplier<List<String>> caught, Runnable body) {
    }

    /**
     * A try statement.
     *
     * @param statement the statement
     * @param resources what it closes; empty if nothing
     * @param body its block
     * @param clauses its catch clauses
     * @param cleanup what is done on each way out; empty if nothing
     * @param <N> what represents a node
     */
    record Attempt<N>(N statement, Optional<Runnable> resources, Runnable body, List<Clause<N>> clauses, Optional<Runnable> cleanup) {
    }

    /**
     * A call.
     *
     * @param call the call
     * @param target what it is made on; null if that is not written
     * @param operands the target and the arguments
     */
    default void call(N call, N target, Runnable operands) {
        operands.run();
    }

    /**
     * A new object.
     *
     * @param creation the expression
     * @param operands the arguments, and the class if it is an anonymous one
     */
    default void creation(N creation, Runnable operands) {
        operands.run();
    }

    /**
     * A reference to a method.
     *
     * @param reference the expression
     * @param operands what it is taken from
     */
    default void reference(N reference, Runnable operands) {
        operands.run();
    }

    /**
     * A lambda.
     *
     * @param lambda the expression
     */
    default void lambda(N lambda) {
    }

    /**
     * A local or anonymous class.
     *
     * @param type the declaration
     */
    default void type(N type) {
    }

    /**
     * The value of an expression, which is told of next, is not kept: it is a statement of its own, or nothing but made into text.
     *
     * @param value the expression
     */
    default void discarded(N value) {
    }

    /**
     * A variable that begins with a value.
     *
     * @param variable the declaration
     * @param value its value
     * @param operands what the value consists of
     */
    default void declared(N variable, N value, Runnable operands) {
        operands.run();
    }

    /**
     * An assignment.
     *
     * @param target what is assigned
     * @param operands the target and the value
     */
    default void assigned(N target, Runnable operands) {
        operands.run();
    }

    /**
     * A branch.
     *
     * @param condition what decides
     * @param yes what is done if it is true
     * @param no what is done if not
     */
    default void branch(Condition<N> condition, Runnable yes, Runnable no) {
        condition.evaluate();
        yes.run();
        no.run();
    }

    /**
     * A condition whose value is kept.
     *
     * @param condition the condition
     */
    default void value(Condition<N> condition) {
        condition.evaluate();
    }

    /**
     * An {@code assert}.
     *
     * @param condition what is asserted
     * @param message what is thrown with otherwise
     */
    default void assertion(Condition<N> condition, Runnable message) {
        condition.evaluate();
        message.run();
    }

    /**
     * A loop that asks before each round.
     *
     * @param condition whether there is another round
     * @param update what is done between two rounds
     * @param body the round
     */
    default void loop(Condition<N> condition, Runnable update, Runnable body) {
        condition.evaluate();
        update.run();
        body.run();
    }

    /**
     * A loop that asks after each round.
     *
     * @param body the round
     * @param condition whether there is another round
     */
    default void loopAtLeastOnce(Runnable body, Condition<N> condition) {
        body.run();
        condition.evaluate();
    }

    /**
     * A loop over elements.
     *
     * @param source what they are taken from
     * @param elements tells of it
     * @param body the round
     */
    default void loopOver(N source, Runnable elements, Runnable body) {
        elements.run();
        body.run();
    }

    /**
     * A statement with a label.
     *
     * @param label its name
     * @param body the statement
     */
    default void labelled(String label, Runnable body) {
        body.run();
    }

    /**
     * A switch.
     *
     * @param choice the switch
     */
    default void choose(Choice<N> choice) {
        choice.selector().run();
        choice.cases().forEach(each -> {
            each.guard().ifPresent(Condition::evaluate);
            each.body().run();
        });
    }

    /**
     * A try statement.
     *
     * @param attempt the statement
     */
    default void attempt(Attempt<N> attempt) {
        attempt.resources().ifPresent(Runnable::run);
        attempt.body().run();
        attempt.clauses().forEach(clause -> clause.body().run());
        attempt.cleanup().ifPresent(Runnable::run);
    }

    /**
     * A {@code synchronized} block.
     *
     * @param lock what it locks
     * @param body its block
     */
    default void synchronised(Runnable lock, Runnable body) {
        lock.run();
        body.run();
    }

    /**
     * A {@code return}.
     *
     * @param statement the statement
     * @param value what it returns, if anything
     * @param operands what that consists of
     */
    default void returned(N statement, Optional<N> value, Runnable operands) {
        operands.run();
    }

    /**
     * The value of a switch expression: a {@code yield}, or a case that is an expression.
     *
     * @param value the value
     * @param operands what it consists of
     */
    default void yielded(N value, Runnable operands) {
        operands.run();
    }

    /**
     * A {@code throw}.
     *
     * @param operands what is thrown
     */
    default void thrown(Runnable operands) {
        operands.run();
    }

    /**
     * A {@code break}.
     *
     * @param label what it names, if anything
     */
    default void leave(Optional<String> label) {
    }

    /**
     * A {@code continue}.
     *
     * @param label what it names, if anything
     */
    default void goOn(Optional<String> label) {
    }
}
