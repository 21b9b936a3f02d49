package org.asyncjava.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.asyncjava.Awaitable;

/** The tasks of a loop: makes them, and knows which one runs and which have not ended. Confined to the loop. */
final class LoopTasks {
    /** Tasks that start tasks at once nest no deeper. */
    private static final int MAX_STARTS_AT_ONCE = 32;

    private final EventLoop loop;
    private final LiveTasks living = new LiveTasks();
    private int made;
    /** Null while no generator has had to be held. */
    private OpenGenerators generators;
    /** How many starts of tasks are nested on the stack. */
    private int startsAtOnce;

    LoopTasks(EventLoop loop) {
        this.loop = loop;
    }

    @SuppressWarnings("unchecked")
    <T> Task<T> create(Awaitable<T> coroutine, TaskOptions options) {
        Objects.requireNonNull(options, "options");
        loop.requireOpen();
        Continuation<T> body = coroutine instanceof Continuation<?> call ? (Continuation<T>) call : new Follower<>(coroutine);
        NeverAwaited.takenOver(coroutine);
        NeverAwaited.takenOver(body);
        Task<T> task = new Task<>(loop, body, options.name());
        task.context(options.context() == null ? Context.captured(loop.callingThread()) : options.context());
        boolean atOnce = options.start() == TaskOptions.Start.AT_ONCE && mayStartAtOnce();
        if (!atOnce) {
            loop.ready(task);
        }
        task.place(living.add(task, ++made));
        if (atOnce) {
            startAtOnce(task);
        }
        return task;
    }

    /** The generators that may have to be closed when the loop ends. */
    OpenGenerators generators() {
        if (generators == null) {
            generators = new OpenGenerators();
        }
        return generators;
    }

    /** Has a task close the generators that are left; null if there are none. */
    Task<Void> closeGenerators() {
        return generators == null || generators.isEmpty() ? null : create(generators.closeAll(loop), TaskOptions.DEFAULT);
    }

    /** asyncio's {@code ensure_future}. */
    @SuppressWarnings("unchecked")
    <T> LoopFuture<T> ensureFuture(Awaitable<? extends T> awaitable) {
        requireOwn(awaitable);
        return awaitable instanceof LoopFuture<?> future && future.loop == loop ? (LoopFuture<T>) future : create((Awaitable<T>) awaitable, TaskOptions.DEFAULT);
    }

    /** Refuses what this loop cannot run, before any of it is started. */
    void requireOwn(Collection<? extends Awaitable<?>> operands) {
        operands.forEach(this::requireOwn);
    }

    private void requireOwn(Awaitable<?> operand) {
        if (Objects.requireNonNull(operand, "operand") instanceof LoopFuture<?> future && future.loop != loop && !(future instanceof StrandFuture)) {
            throw new IllegalStateException("The future belongs to a different loop: " + future + LoopFuture.MEND);
        }
    }

    private boolean mayStartAtOnce() {
        return loop.isOwnThread() && startsAtOnce < MAX_STARTS_AT_ONCE;
    }

    /** The loop is being closed: a task that has not ended gets a failure at its await. That it has ended with it is no news to anybody. */
    void refuse(Task<?> task, Throwable closed) {
        if (task.throwAtAwait(closed)) {
            startAtOnce(task);
            if (task.failureUnasked() == closed) {
                task.exception();
            }
        }
    }

    private void startAtOnce(Task<?> task) {
        int starts = startsAtOnce;
        Object interrupted = loop.entered;
        try {
            startsAtOnce = starts + 1;
            loop.entered = task;
            loop.scheduler.runWithin(task);
        } finally { // stores alone, which nothing can make fail
            startsAtOnce = starts;
            loop.entered = interrupted;
        }
    }

    /** The task that runs, or null. In most cases that is what the scheduler runs, so that nothing is stored when it begins or ends. */
    Task<?> current() {
        Object running = loop.entered == null ? loop.scheduler.running() : loop.entered;
        return running instanceof Task<?> task ? task : null;
    }

    /** Forgets the task in a place and returns its number. */
    int ended(int place) {
        return living.remove(place);
    }

    int numberIn(int place) {
        return living.numberIn(place);
    }

    /** Those that have not ended, as far as another thread can see. */
    List<Task<?>> seen() {
        return living.seen();
    }

    List<Task<?>> living() {
        return living.snapshot();
    }

    /** Tells whether all tasks have ended. */
    boolean haveEnded() {
        return living.isEmpty();
    }

    /** How many have not ended, as far as another thread can see. */
    int size() {
        return living.size();
    }

    /** How many tasks there have been. */
    int made() {
        return made;
    }
}
