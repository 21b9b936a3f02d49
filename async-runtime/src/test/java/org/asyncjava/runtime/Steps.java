package org.asyncjava.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.abi.Cold;
import org.asyncjava.runtime.abi.ColdMachine;

/**
 * An asynchronous method with made-up lines, for tests of what is told of those: a list of steps, run through the same calls as generated code
 * makes. Each step is given the result of the await before it, or its failure, and says what to await next or what to return. What the last step
 * awaits is the method's result; a coroutine there is a tail call.
 */
final class Steps<T> extends ColdMachine<T> {
    /** A piece of a body between two awaits. */
    interface Step {
        /** Returns the next operand, or {@link #result}; throws to fail. */
        Object run(Object value, Throwable failure) throws Throwable;
    }

    /** A step that does not catch. */
    interface Plain {
        Object run(Object value) throws Throwable;
    }

    private record Result(Object value) {
    }

    private final String name;
    private final List<Step> steps = new ArrayList<>();

    private Steps(String name) {
        this.name = name;
    }

    static <T> Steps<T> named(String name) {
        return new Steps<>(name);
    }

    /** The value that the method returns. */
    static Object result(Object value) {
        return new Result(value);
    }

    /** A step; a failure of the await before it goes through. */
    Steps<T> then(Plain step) {
        return handle((value, failure) -> {
            if (failure != null) {
                throw failure;
            }
            return step.run(value);
        });
    }

    /** A step that looks at the failure of the await before it. */
    Steps<T> handle(Step step) {
        steps.add(step);
        return this;
    }

    @Override
    protected void resume() throws Throwable {
        int at = Cold.state(this);
        Object operand = null;
        if (at >= 1 && at <= steps.size()) {
            operand = Cold.takeOperand(this);
        } else {
            at = 0;
        }
        for (; at < steps.size(); at++) {
            Object next = runStep(at, operand);
            if (next instanceof Result result) {
                Cold.complete(result.value, this);
                return;
            }
            if (at == steps.size() - 1 && next instanceof Coroutine<?> tail) {
                Cold.finish(tail, this);
                return;
            }
            if (isPending(next)) {
                Cold.suspend(this, next, at + 1);
                return;
            }
            operand = next;
        }
        Cold.complete(operand == null ? null : outcome(operand), this);
    }

    private static Object outcome(Object operand) throws Throwable {
        return operand instanceof CompletionStage ? Cold.stageResult(operand) : Cold.result(operand);
    }

    private Object runStep(int at, Object operand) throws Throwable {
        Object value = null;
        Throwable failure = null;
        if (operand != null) {
            try {
                value = outcome(operand);
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return steps.get(at).run(value, failure);
    }

    private boolean isPending(Object operand) {
        return operand instanceof CompletionStage<?> stage ? Cold.pending(stage, this) : Cold.pending((Awaitable<?>) operand, this);
    }

    @Override
    protected String source() {
        return "demo.Demo\0" + name + "\0Demo.java\0" + "11,12,13,14,15,16,17,18,19";
    }
}
