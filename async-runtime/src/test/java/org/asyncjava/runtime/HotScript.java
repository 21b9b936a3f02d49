package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.abi.Failures;
import org.asyncjava.runtime.abi.Hot;
import org.asyncjava.runtime.abi.HotFuture;

/**
 * An asynchronous method whose body a test writes as the segments between its awaits: segment 0 up to the first await, segment k from the
 * k-th one on. A segment yields {@link #await}, {@link #tail} or the result. Otherwise it does what generated code does.
 */
final class HotScript extends HotFuture<Object> {
    /** What stands between two awaits. */
    interface Segments {
        Object run(int number, Received received) throws Throwable;
    }

    /** What the last await yields or throws. */
    interface Received {
        Object get() throws Throwable;
    }

    private record Await(Object operand) {
    }

    private record Tail(CompletionStage<?> stage) {
    }

    private Segments segments;

    private HotScript() {
    }

    static Object await(Object operand) {
        return new Await(operand);
    }

    static Object tail(CompletionStage<?> stage) {
        return new Tail(stage);
    }

    /** Calls the method. */
    @SuppressWarnings("unchecked")
    static CompletableFuture<Object> call(Segments segments) {
        try {
            return (CompletableFuture<Object>) body(segments, null);
        } catch (Throwable failure) {
            return (CompletableFuture<Object>) Failures.failed(failure);
        }
    }

    private static CompletionStage<?> body(Segments segments, HotScript machine) throws Throwable {
        int number = Hot.state(machine);
        Received received = number == 0 ? null : received(Hot.takeOperand(machine));
        while (true) {
            Object next = segments.run(number, received);
            if (next instanceof Tail tail) {
                return Hot.finish(tail.stage, machine);
            }
            if (!(next instanceof Await awaiting)) {
                return Hot.complete(next, machine);
            }
            number++;
            if (isPending(awaiting.operand, machine)) {
                return save(awaiting.operand, machine, segments, number);
            }
            received = received(awaiting.operand);
        }
    }

    private static boolean isPending(Object operand, HotScript machine) {
        return operand instanceof Awaitable<?> awaitable ? Hot.pending(awaitable, machine) : Hot.pending((CompletionStage<?>) operand, machine);
    }

    private static Received received(Object operand) {
        return () -> operand instanceof CompletionStage ? Hot.stageResult(operand) : Hot.result(operand);
    }

    private static HotScript save(Object operand, HotScript machine, Segments segments, int number) {
        HotScript target = machine == null ? new HotScript() : machine;
        target.segments = segments;
        Hot.suspend(target, operand, number);
        return target;
    }

    @Override
    protected void resume() throws Throwable {
        body(segments, this);
    }

    @Override
    protected String source() {
        return "org.asyncjava.runtime.HotScript\0call\0HotScript.java\0000";
    }
}
