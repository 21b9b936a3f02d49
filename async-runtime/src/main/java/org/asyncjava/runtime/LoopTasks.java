package org.asyncjava.runtime;

import java.util.List;

import org.asyncjava.Awaitable;

/** The tasks of a loop: makes them, and knows which one runs and which have not ended. Confined to the loop. */
final class LoopTasks {
    /** Tasks that start tasks at once nest no deeper. */
    private static final int MAX_STARTS_AT_ONCE = 32;

    private final EventLoop loop;
    private final LiveTasks living = new LiveTasks();
    private Task<?> current;
    private int made;
    /** How many starts of tasks are nested on the stack. */
    private int startsAtOnce;

    LoopTasks(EventLoop loop) {
        this.loop = loop;
    }

    @SuppressWarnings("unchecked")
    <T> Task<T> create(Awaitable<T> coroutine, TaskOptions options) {
        Continuation<T> body = coroutine instanceof Continuation<?> call ? (Continuation<T>) call : new Follower<>(coroutine);
        NeverAwaited.takenOver(coroutine);
        NeverAwaited.takenOver(body);
        Task<T> task = new Task<>(loop, body, made + 1, options.name());
        task.context = options.context() == null ? Context.captured(ThreadState.current()) : options.context();
        boolean atOnce = options.start() == TaskOptions.Start.AT_ONCE && mayStartAtOnce();
        if (!atOnce) {
            loop.ready(task);
        }
        made++;
        living.add(task);
        if (atOnce) {
            startAtOnce(task);
        }
        return task;
    }

    private boolean mayStartAtOnce() {
        return loop.isOwnThread() && startsAtOnce < MAX_STARTS_AT_ONCE;
    }

    private void startAtOnce(Task<?> task) {
        startsAtOnce++;
        try {
            task.run();
        } finally {
            startsAtOnce--;
        }
    }

    Task<?> current() {
        return current;
    }

    /** Makes a task the current one and returns the one that was. */
    Task<?> enter(Task<?> task) {
        Task<?> left = current;
        current = task;
        return left;
    }

    void ended(Task<?> task) {
        living.remove(task);
    }

    List<Task<?>> living() {
        return living.snapshot();
    }
}
