package org.asyncjava.runtime.abi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.asyncjava.Awaitable;
import org.asyncjava.runtime.HotSteps;

/**
 * Called from the bodies of methods that return {@code CompletableFuture}, {@code CompletionStage} or a program's own kind of future. There
 * is no machine before the first suspension: the parameter is null until then.
 *
 * @since 0.1.0
 */
public final class Hot {
    private Hot() {
    }

    /**
     * Where to go on.
     *
     * @param machine the call's machine, or null
     * @return k ≥ 1: after the k-th suspension point; 0: at the start
     */
    public static int state(HotMachine machine) {
        return machine == null ? 0 : HotSteps.state(machine);
    }

    /**
     * Stores what a call waits for and where it stands, and has it resumed when the operand is done. It may have been resumed, on this or
     * another thread, before this method returns: the caller touches the machine no more, but for returning it. Never throws.
     *
     * @param machine the call's machine, in which the live locals are
     * @param operand the pending operand
     * @param state the number of the suspension point
     */
    public static void suspend(HotMachine machine, Object operand, int state) {
        HotSteps.suspend(machine, operand, state);
    }

    /**
     * Gives back the operand, or what has been stored in its place, and clears the field.
     *
     * @param machine the call's machine
     * @return what {@link #result} or {@link #stageResult} takes
     */
    public static Object takeOperand(HotMachine machine) {
        return HotSteps.takeOperand(machine);
    }

    /**
     * Tells whether the call must suspend itself.
     *
     * @param operand the awaited stage
     * @param machine the call's machine, or null
     * @return true if it is not done
     * @throws NullPointerException when the operand is null
     */
    public static boolean pending(CompletionStage<?> operand, HotMachine machine) {
        return HotSteps.pending(operand);
    }

    /**
     * Tells whether the call must suspend itself; starts an unstarted coroutine in place.
     *
     * @param operand the awaited object
     * @param machine the call's machine, or null
     * @return true if it is not done
     * @throws NullPointerException when the operand is null
     * @throws IllegalStateException when it is a coroutine that was started before
     */
    public static boolean pending(Awaitable<?> operand, HotMachine machine) {
        return HotSteps.pending(operand);
    }

    /**
     * The outcome of an awaitable that is done.
     *
     * @param operand the operand or what {@link #takeOperand} gave
     * @return the result
     * @throws Throwable the failure, as it is
     */
    public static Object result(Object operand) throws Throwable {
        return HotSteps.outcome(operand);
    }

    /**
     * The outcome of a stage that is done.
     *
     * @param operand the operand or what {@link #takeOperand} gave
     * @return the result
     * @throws Throwable the failure; of a future that is not this library's without the one {@code CompletionException} around it
     */
    public static Object stageResult(Object operand) throws Throwable {
        return HotSteps.stageOutcome(operand);
    }

    /**
     * The body has ended with a result.
     *
     * @param value the result
     * @param machine the call's machine, or null
     * @return what the body returns: the machine, or a completed future if there is none
     */
    public static CompletableFuture<?> complete(Object value, HotMachine machine) {
        if (machine == null) {
            return CompletableFuture.completedFuture(value);
        }
        HotSteps.complete(value, machine);
        return (CompletableFuture<?>) machine;
    }

    /**
     * The body has ended with a stage, whose outcome is the call's.
     *
     * @param returned what the body returned; null fails the call
     * @param machine the call's machine, or null
     * @return what the body returns: the machine, or the stage itself if there is none
     */
    public static CompletionStage<?> finish(CompletionStage<?> returned, HotMachine machine) {
        if (machine == null) {
            return returned == null ? Failures.returnedNull() : returned;
        }
        HotSteps.finish(returned, machine);
        return (CompletableFuture<?>) machine;
    }

    /**
     * The body of a method that declares a future of a program's own kind has ended. As {@link #finish}, but null stays null where there is
     * no machine: the kick-off makes a future of the right kind then.
     *
     * @param returned what the body returned
     * @param machine the call's machine, or null
     * @return what the body returns
     */
    public static CompletionStage<?> finishOwn(CompletionStage<?> returned, HotMachine machine) {
        return machine == null ? returned : finish(returned, machine);
    }

    /**
     * The body is about to end with a call of another method: the next thing that happens is that call, and then {@link #finishTail} or
     * {@link #finishOwnTail} with what it returned.
     *
     * @param machine the call's machine, or null
     * @param callee name of the method that is called
     */
    public static void tailCall(HotMachine machine, String callee) {
        if (machine != null) {
            HotSteps.tailCall(machine, callee);
        }
    }

    /**
     * As {@link #finish}, after {@link #tailCall}.
     *
     * @param returned what the body returned; null fails the call
     * @param machine the call's machine, or null
     * @return what the body returns
     */
    public static CompletionStage<?> finishTail(CompletionStage<?> returned, HotMachine machine) {
        if (machine == null) {
            return finish(returned, null);
        }
        HotSteps.finishTail(returned, machine);
        return (CompletableFuture<?>) machine;
    }

    /**
     * As {@link #finishOwn}, after {@link #tailCall}.
     *
     * @param returned what the body returned
     * @param machine the call's machine, or null
     * @return what the body returns
     */
    public static CompletionStage<?> finishOwnTail(CompletionStage<?> returned, HotMachine machine) {
        return machine == null ? returned : finishTail(returned, machine);
    }

    /**
     * To be called after one of the methods by which any code may settle a future was called on a machine.
     *
     * @param machine the machine
     * @param doneBefore whether the future was done before that, so that nothing has changed for the body
     */
    public static void settledOutside(HotMachine machine, boolean doneBefore) {
        HotSteps.settledOutside(machine, doneBefore);
    }

    /**
     * To be called before a thread blocks for a machine: what the thread has put off runs first.
     *
     * @param machine what it will block for
     * @throws IllegalStateException when that would never end
     */
    public static void beforeBlocking(CompletableFuture<?> machine) {
        HotSteps.beforeBlocking(machine);
    }

    /**
     * What {@code CompletableFuture.completeAsync} does, through the machine's own {@code complete} and {@code completeExceptionally}.
     *
     * @param <T> the type of the result
     * @param future the machine
     * @param supplier where the result comes from
     * @param executor what runs the supplier
     * @return the machine
     */
    public static <T> CompletableFuture<T> completeAsync(CompletableFuture<T> future, Supplier<? extends T> supplier, Executor executor) {
        executor.execute(HotSteps.settling(future, supplier));
        return future;
    }
}
