package org.asyncjava.it.harness;

import java.util.concurrent.Callable;

/** Drives one program: completes its operands and waits for its result. */
interface Conductor extends AutoCloseable {
    /** Takes the completion of an operand that is to be pending when it is awaited. */
    void complete(Runnable completion);

    /**
     * Starts a program and waits for what it returns.
     *
     * @param program returns a coroutine or a stage
     * @return its value
     * @throws Throwable its failure
     */
    Object result(Callable<Object> program) throws Throwable;

    /**
     * Has a cancellation thrown where the program stands.
     *
     * @param ofOperand cancels what the program awaits, which is how it comes about where no task runs the program
     */
    default void cancel(Runnable ofOperand) {
        ofOperand.run();
    }

    @Override
    default void close() {
    }
}
