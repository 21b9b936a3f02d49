package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that end together: asyncio's {@code TaskGroup}. {@code await(TaskGroup.open(...))} goes on when the body and all tasks made in the
 * group have ended.
 *
 * <pre>{@code
 * await(TaskGroup.open(g -> {
 *     Task<String> name = g.createTask(readName());
 *     Task<Integer> age = g.createTask(readAge());
 *     return Coroutine.of(await(name) + " is " + await(age));
 * }));
 * }</pre>
 *
 * <p>The first failure, of a task or of the body, cancels everything else in the group; when all have ended an {@link ExceptionGroup} with
 * all failures is thrown. A task that is cancelled alone is no failure. When the awaiting call is cancelled the tasks are, too.
 *
 * <p>In a group made by {@link #supervise} tasks fail alone: their failures go to who awaits them. Confined to its loop or strand.
 *
 * @since 0.1.0
 */
@NullMarked
public final class TaskGroup {
    private static final String FAILURES = "unhandled errors in a TaskGroup";

    /** What a failing task does to the others. */
    private enum Policy { ENDS_ALL, ENDS_ALONE }

    private enum Life { OPEN, JOINING, ABORTING, CANCELLING, CLOSED }

    private final Policy policy;
    private final ScopeOwner owner = new ScopeOwner();
    private final Children children = new Children() {
        @Override
        void ended(LoopFuture<?> task) {
            judge(task);
        }
    };
    private final List<Throwable> failures = new ArrayList<>();
    private Life life = Life.OPEN;
    private CancellationException cancellation;
    private Throwable bodyFailure;

    private TaskGroup(Policy policy) {
        this.policy = policy;
    }

    /**
     * Runs code in which tasks are made that end together. Works with and without a loop. Without one, in a method that returns a
     * {@code CompletableFuture} on a server's thread, for instance, the code and all tasks run on a strand of the group ({@link EventLoop#on}): one thing at
     * a time. It begins when the returned coroutine is awaited, on the calling thread; what is suspended goes on with the dispatcher in force there, else with
     * {@link Dispatcher#defaultExecutor}, in a copy of the caller's context. Cancelling, completing or timing out the future of the method that awaits cancels
     * the group.
     *
     * <pre>{@code
     * @Async CompletableFuture<Offer> best(Query query) {                 // called by a controller
     *     return completedFuture(await(TaskGroup.open(g -> {
     *         Task<Offer> a = g.createTask(ask("bakery", query));
     *         Task<Offer> b = g.createTask(ask("dairy", query));
     *         return Coroutine.of(cheaper(await(a), await(b)));
     *     })));
     * }
     * }</pre>
     *
     * @param <T> the type of the result
     * @param body the code; is given the group
     * @return a coroutine with the body's result; fails with an {@link ExceptionGroup} if the body or a task failed
     */
    public static <T extends @Nullable Object> Coroutine<T> open(AsyncFunction<? super TaskGroup, T> body) {
        TaskGroup group = new TaskGroup(Policy.ENDS_ALL);
        return group.owner.ofScope(open(group, Objects.requireNonNull(body, "body")));
    }

    @Async
    private static <T> Coroutine<T> open(TaskGroup group, AsyncFunction<? super TaskGroup, T> body) {
        if (!group.owner.enter()) {
            return group.owner.elsewhere(open(group, body), List.of());
        }
        T value = null;
        try {
            value = await(body.call(group));
            group.bodyEnded();
        } catch (Throwable failure) {
            group.bodyFailed(failure);
        }
        while (group.isJoining()) {
            try {
                await(group.allEnded());
            } catch (CancellationException request) {
                group.waitCancelled(request);
            }
        }
        group.close();
        return Coroutine.of(value);
    }

    /**
     * Runs code in which tasks are made that fail alone, and waits for all of them. A failure that nobody awaits is reported to the loop's
     * exception handler. If the body fails, or the awaiting call is cancelled, the tasks are cancelled. Works with and without a loop, as {@link #open}.
     *
     * @param <T> the type of the result
     * @param body the code; is given the group
     * @return a coroutine with the body's result; fails as the body does
     */
    public static <T extends @Nullable Object> Coroutine<T> supervise(AsyncFunction<? super TaskGroup, T> body) {
        TaskGroup group = new TaskGroup(Policy.ENDS_ALONE);
        return group.owner.ofScope(supervise(group, Objects.requireNonNull(body, "body")));
    }

    @Async
    private static <T> Coroutine<T> supervise(TaskGroup group, AsyncFunction<? super TaskGroup, T> body) {
        if (!group.owner.enter()) {
            return group.owner.elsewhere(supervise(group, body), List.of());
        }
        T value = null;
        try {
            value = await(body.call(group));
            group.bodyEnded();
        } catch (Throwable failure) {
            group.bodyFailed(failure);
        }
        while (group.isJoining()) {
            try {
                await(group.allEnded());
            } catch (CancellationException request) {
                group.waitCancelled(request);
            }
        }
        group.close();
        return Coroutine.of(value);
    }

    /**
     * Makes a task in the group. Also tasks of the group may do so.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started
     * @return the task
     * @throws IllegalStateException when the group is being cancelled or has ended
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine) {
        return createTask(coroutine, TaskOptions.DEFAULT);
    }

    /**
     * Makes a task in the group of code that is written in place.
     *
     * @param <T> the type of the result
     * @param code the code
     * @return the task
     * @throws IllegalStateException when the group is being cancelled or has ended
     */
    public <T extends @Nullable Object> Task<T> createTask(AsyncSupplier<T> code) {
        return createTask(InPlace.coroutine(Objects.requireNonNull(code, "code")));
    }

    /**
     * Makes a task with a name in the group.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started
     * @param name the name; null for {@code Task-N}
     * @return the task
     * @throws IllegalStateException when the group is being cancelled or has ended
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, @Nullable String name) {
        return createTask(coroutine, TaskOptions.named(name));
    }

    /**
     * Makes a task with options in the group.
     *
     * @param <T> the type of the result
     * @param coroutine a coroutine that has not started
     * @param options name, start, context
     * @return the task
     * @throws IllegalStateException when the group is being cancelled or has ended
     */
    public <T extends @Nullable Object> Task<T> createTask(Awaitable<T> coroutine, TaskOptions options) {
        Objects.requireNonNull(coroutine, "coroutine");
        Objects.requireNonNull(options, "options");
        if (life == Life.CLOSED || isBrokenOff()) {
            NeverAwaited.takenOver(coroutine);
            throw new IllegalStateException("TaskGroup " + this + (life == Life.CLOSED ? " is finished" : " is shutting down"));
        }
        Task<T> task = owner.loop().createTask(coroutine, options);
        children.add(task);
        return task;
    }

    private void judge(LoopFuture<?> task) {
        if (policy == Policy.ENDS_ALONE || task.isCancelled()) {
            return;
        }
        Throwable failure = task.failure();
        if (failure == null) {
            return;
        }
        failures.add(failure);
        if (!isBrokenOff()) {
            breakOff(Life.ABORTING);
            owner.cancel();
        }
    }

    /**
     * Ends the group early, once its goal is met or its services are wanted no longer: cancels its code, at the next await, and all its tasks. The
     * group then ends without an exception, as CPython 3.15's: with the result of its code, or with null if that was broken off. What fails on the way
     * to the end is thrown as ever. Without effect once the group is being cancelled or has ended.
     *
     * <pre>{@code
     * await(TaskGroup.open(g -> {
     *     for (String mirror : mirrors) {
     *         g.createTask(() -> {
     *             found.add(await(fetch(mirror)));
     *             g.cancel();
     *             return Coroutine.done();
     *         });
     *     }
     *     return Coroutine.done();
     * }));
     * }</pre>
     */
    public void cancel() {
        if (life == Life.OPEN || life == Life.JOINING) {
            breakOff(Life.CANCELLING);
            owner.cancel();
        }
    }

    private boolean isBrokenOff() {
        return life == Life.ABORTING || life == Life.CANCELLING;
    }

    private void breakOff(Life now) {
        life = now;
        children.cancelAll();
    }

    /** The body has ended well. Its tasks may still make others. */
    private void bodyEnded() {
        if (life == Life.OPEN) {
            life = Life.JOINING;
        }
    }

    private void bodyFailed(Throwable failure) {
        bodyFailure = failure;
        if (failure instanceof CancellationException cancelled) {
            cancellation = cancelled;
        }
        if (life == Life.OPEN) {
            breakOff(Life.ABORTING);
        }
    }

    /** Tells whether tasks are left to wait for. */
    private boolean isJoining() {
        return !children.isEmpty();
    }

    private Deferred<Void> allEnded() {
        return children.noneLeft(owner.loop());
    }

    /** The wait for the tasks was cancelled: by the group itself, which changes nothing, or by somebody else. */
    private void waitCancelled(CancellationException cancelled) {
        if (!isBrokenOff()) {
            cancellation = cancelled;
            breakOff(Life.ABORTING);
        }
    }

    /** Ends the group: returns if all went well. */
    private void close() {
        boolean endsEarly = life == Life.CANCELLING;
        life = Life.CLOSED;
        owner.takeBack();
        if (bodyFailure != null && !(bodyFailure instanceof CancellationException)) {
            if (policy == Policy.ENDS_ALONE) {
                throw Sneaky.rethrow(bodyFailure);
            }
            failures.add(bodyFailure);
        }
        if (!failures.isEmpty()) {
            owner.renewRequest();
            throw new ExceptionGroup(FAILURES, failures);
        }
        CancellationException request = endsEarly ? requestOfOthers() : cancellation;
        if (request != null) {
            throw request;
        }
    }

    /** That the group was cancelled by {@link #cancel} hides no request of anybody else's. */
    private CancellationException requestOfOthers() {
        if (!owner.isCancelledByOthers()) {
            return null;
        }
        return cancellation == null ? new CancellationException() : cancellation;
    }

    /** As asyncio prints it. */
    @Override
    public String toString() {
        return "<TaskGroup " + life.name().toLowerCase(Locale.ROOT) + ">";
    }
}
