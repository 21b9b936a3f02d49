package org.asyncjava.it.harness;

/** Decides what becomes of the operands that a program is about to await. */
@FunctionalInterface
public interface Completions {
    /**
     * Takes an operand.
     *
     * @param completion completes the operand as the program asked
     * @param cancellation cancels the operand instead
     */
    void take(Runnable completion, Runnable cancellation);
}
