package org.asyncjava.it.harness;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs a program of very many awaits, without a log. */
public final class Operands {
    private Operands() {
    }

    /** Starts a program with a source of operands. */
    @FunctionalInterface
    public interface Start {
        /**
         * Starts the program.
         *
         * @param operands futures of the number 1
         * @return a coroutine or a future
         * @throws Exception what the program threw at its caller
         */
        Object with(Supplier<CompletableFuture<Integer>> operands) throws Exception;
    }

    /**
     * Runs a program to its end.
     *
     * @param way how
     * @param start how to start it
     * @return its value
     * @throws Exception its failure
     */
    public static Object run(Way way, Start start) throws Exception {
        boolean pending = way.pending() == Way.Pending.ALL;
        try (Conductor conductor = way.driver().conductor()) {
            return conductor.result(() -> start.with(() -> operand(conductor, pending)));
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static CompletableFuture<Integer> operand(Conductor conductor, boolean pending) {
        if (!pending) {
            return CompletableFuture.completedFuture(1);
        }
        CompletableFuture<Integer> future = new CompletableFuture<>();
        conductor.complete(() -> future.complete(1));
        return future;
    }
}
