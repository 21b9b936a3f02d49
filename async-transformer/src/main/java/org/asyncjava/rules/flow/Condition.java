package org.asyncjava.rules.flow;

/** What decides where a method goes on. */
public sealed interface Condition {
    /**
     * The opposite.
     *
     * @param of of what
     */
    record Not(Condition of) implements Condition {
    }

    /**
     * Both, of which the second one counts only if the first one is true.
     *
     * @param left the first
     * @param right the second
     */
    record And(Condition left, Condition right) implements Condition {
    }

    /**
     * One of both, of which the second one counts only if the first one is false.
     *
     * @param left the first
     * @param right the second
     */
    record Or(Condition left, Condition right) implements Condition {
    }

    /**
     * A conditional expression.
     *
     * @param test what chooses
     * @param yes what counts if that is true
     * @param no what counts otherwise
     */
    record Choice(Condition test, Condition yes, Condition no) implements Condition {
    }

    /**
     * Always the same.
     *
     * @param value as it is written
     */
    record Constant(boolean value) implements Condition {
    }

    /**
     * A call with {@link Effect#TRIES}, as of {@code tryLock()}.
     *
     * @param evaluation goes through the call; the last thing that happens in it is the call itself
     */
    record Try(Runnable evaluation) implements Condition {
    }

    /**
     * Anything else.
     *
     * @param evaluation goes through what is done to find out
     */
    record Other(Runnable evaluation) implements Condition {
    }
}
