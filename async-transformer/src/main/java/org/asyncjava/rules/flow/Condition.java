package org.asyncjava.rules.flow;

/**
 * What decides where a method goes on.
 *
 * @param <N> what represents an expression
 */
public sealed interface Condition<N> {
    /** Goes through what is done to find out, in the order of the source. */
    void evaluate();

    /**
     * The opposite.
     *
     * @param of of what
     * @param <N> what represents an expression
     */
    record Not<N>(Condition<N> of) implements Condition<N> {
        @Override
        public void evaluate() {
            of.evaluate();
        }
    }

    /**
     * Both, of which the second one counts only if the first one is true.
     *
     * @param left the first
     * @param right the second
     * @param <N> what represents an expression
     */
    record And<N>(Condition<N> left, Condition<N> right) implements Condition<N> {
        @Override
        public void evaluate() {
            left.evaluate();
            right.evaluate();
        }
    }

    /**
     * One of both, of which the second one counts only if the first one is false.
     *
     * @param left the first
     * @param right the second
     * @param <N> what represents an expression
     */
    record Or<N>(Condition<N> left, Condition<N> right) implements Condition<N> {
        @Override
        public void evaluate() {
            left.evaluate();
            right.evaluate();
        }
    }

    /**
     * A conditional expression.
     *
     * @param test what chooses
     * @param yes what counts if that is true
     * @param no what counts otherwise
     * @param <N> what represents an expression
     */
    record Choice<N>(Condition<N> test, Condition<N> yes, Condition<N> no) implements Condition<N> {
        @Override
        public void evaluate() {
            test.evaluate();
            yes.evaluate();
            no.evaluate();
        }
    }

    /**
     * Always the same.
     *
     * @param value as it is written
     * @param <N> what represents an expression
     */
    record Constant<N>(boolean value) implements Condition<N> {
        @Override
        public void evaluate() {
            // Nothing is done for it.
        }
    }

    /**
     * Anything else.
     *
     * @param expression the expression
     * @param evaluation goes through it
     * @param <N> what represents an expression
     */
    record Other<N>(N expression, Runnable evaluation) implements Condition<N> {
        @Override
        public void evaluate() {
            evaluation.run();
        }
    }
}
