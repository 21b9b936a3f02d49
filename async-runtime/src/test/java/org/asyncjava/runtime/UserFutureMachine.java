package org.asyncjava.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.asyncjava.runtime.abi.Failures;
import org.asyncjava.runtime.abi.Hot;
import org.asyncjava.runtime.abi.HotMachine;

/**
 * What the transformer makes of this method, written by hand:
 *
 * <pre>{@code
 * @Async
 * static UserFuture<Object> valueOf(CompletionStage<?> operand) {
 *     UserFuture<Object> result = new UserFuture<>();
 *     result.complete(await(operand));
 *     return result;
 * }
 * }</pre>
 */
class UserFutureMachine extends UserFuture<Object> implements HotMachine {
    private int hotState;
    private volatile Object hotAwaited;
    private Dispatcher hotDispatcher;

    private static CompletionStage<?> valueOf(CompletionStage<?> given, UserFutureMachine machine) throws Throwable {
        Object operand = given;
        if (Hot.state(machine) == 1) {
            operand = Hot.takeOperand(machine);
        } else if (Hot.pending(given, machine)) {
            UserFutureMachine suspended = new UserFutureMachine();
            Hot.suspend(suspended, operand, 1);
            return suspended;
        }
        UserFuture<Object> result = new UserFuture<>();
        result.complete(Hot.stageResult(operand));
        return Hot.finish(result, machine);
    }

    @Override
    public void hotResume() throws Throwable {
        valueOf(null, this);
    }

    @Override
    public String hotSource() {
        return "org.asyncjava.runtime.UserFutureMachine\0valueOf\0UserFutureMachine.java\00021";
    }

    @Override
    public int hotState() {
        return hotState;
    }

    @Override
    public void hotState(int state) {
        hotState = state;
    }

    @Override
    public Object hotAwaited() {
        return hotAwaited;
    }

    @Override
    public void hotAwaited(Object operand) {
        hotAwaited = operand;
    }

    @Override
    public Dispatcher hotDispatcher() {
        return hotDispatcher;
    }

    @Override
    public void hotDispatcher(Dispatcher dispatcher) {
        hotDispatcher = dispatcher;
    }

    @Override
    public boolean hotSettle(Object value) {
        return super.complete(value);
    }

    @Override
    public boolean hotFail(Throwable failure) {
        return super.completeExceptionally(failure);
    }

    @Override
    public boolean complete(Object value) {
        boolean before = isDone();
        boolean settled = super.complete(value);
        Hot.settledOutside(this, before);
        return settled;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean before = isDone();
        boolean settled = super.completeExceptionally(failure);
        Hot.settledOutside(this, before);
        return settled;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean before = isDone();
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Hot.settledOutside(this, before);
        return cancelled;
    }

    @Override
    public void obtrudeValue(Object value) {
        boolean before = isDone();
        super.obtrudeValue(value);
        Hot.settledOutside(this, before);
    }

    @Override
    public void obtrudeException(Throwable failure) {
        boolean before = isDone();
        super.obtrudeException(failure);
        Hot.settledOutside(this, before);
    }

    @Override
    public CompletableFuture<Object> completeAsync(Supplier<?> supplier, Executor executor) {
        return Hot.completeAsync(this, supplier, executor);
    }
}
