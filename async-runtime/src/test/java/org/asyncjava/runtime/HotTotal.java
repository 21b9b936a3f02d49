package org.asyncjava.runtime;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.runtime.abi.Failures;
import org.asyncjava.runtime.abi.Hot;
import org.asyncjava.runtime.abi.HotFuture;
import org.asyncjava.runtime.abi.HotMachine;

/**
 * What the transformer makes of this class, written by hand:
 *
 * <pre>{@code
 * @Async
 * static CompletableFuture<Integer> total(Iterator<CompletableFuture<Integer>> parts) {
 *     int sum = 0;
 *     while (parts.hasNext()) {
 *         sum += await(parts.next());
 *     }
 *     return CompletableFuture.completedFuture(sum);
 * }
 * }</pre>
 */
final class HotTotal {
    private HotTotal() {
    }

    /** The kick-off: what callers call. */
    @SuppressWarnings("unchecked")
    static CompletableFuture<Integer> total(Iterator<CompletableFuture<Integer>> parts) {
        try {
            return (CompletableFuture<Integer>) total(parts, null);
        } catch (Throwable failure) {
            return (CompletableFuture<Integer>) Failures.failed(failure);
        }
    }

    /** The body, with the machine that is null until the first suspension. */
    private static CompletionStage<?> total(Iterator<CompletableFuture<Integer>> given, Machine machine) throws Throwable {
        Iterator<CompletableFuture<Integer>> parts = given;
        int sum = 0;
        Object operand = null;
        boolean resumed = Hot.state(machine) == 1;
        if (resumed) {
            parts = machine.parts;
            sum = machine.sum;
            operand = Hot.takeOperand(machine);
        }
        while (resumed || parts.hasNext()) {
            if (!resumed) {
                operand = parts.next();
                if (Hot.pending((CompletionStage<?>) operand, machine)) {
                    return Machine.save1(operand, machine, parts, sum);
                }
            }
            resumed = false;
            sum += (Integer) Hot.stageResult(operand);
        }
        return Hot.complete(sum, machine);
    }

    /** The live locals. */
    private static final class Machine extends HotFuture<Integer> {
        private Iterator<CompletableFuture<Integer>> parts;
        private int sum;

        static Machine save1(Object operand, HotMachine machine, Iterator<CompletableFuture<Integer>> parts, int sum) {
            Machine target = machine == null ? new Machine() : (Machine) machine;
            target.parts = parts;
            target.sum = sum;
            Hot.suspend(target, operand, 1);
            return target;
        }

        @Override
        protected void resume() throws Throwable {
            total(null, this);
        }

        @Override
        protected String source() {
            return "org.asyncjava.runtime.HotTotal\0total\0HotTotal.java\00020";
        }
    }
}
