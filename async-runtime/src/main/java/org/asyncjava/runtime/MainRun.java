package org.asyncjava.runtime;

import java.util.List;
import java.util.Objects;

import org.asyncjava.Awaitable;

/** What {@code asyncio.run} does: a loop for one coroutine, and a clean end. */
final class MainRun {
    private MainRun() {
    }

    static <T> T run(Awaitable<T> main) {
        Objects.requireNonNull(main, "main");
        ThreadState state = ThreadState.current();
        if (state.loop != null) {
            throw new IllegalStateException("run() cannot be called from a running event loop");
        }
        try (EventLoop loop = state.newLoop()) {
            try {
                return loop.runUntilComplete(loop.createTask(main));
            } finally {
                cancelLeftovers(loop);
            }
        }
    }

    /** Tasks as asyncio does; hot methods that stand on the loop, also those that clean-up code starts, as long as there are any. */
    static void cancelLeftovers(EventLoop loop) {
        List<Task<?>> leftovers = loop.liveTasks();
        leftovers.forEach(LoopFuture::cancel);
        loop.hotCalls.cancelAll();
        if (!leftovers.isEmpty() || !loop.hotCalls.isEmpty()) {
            Deferred<?> tasksEnded = Gather.outcomes(loop, leftovers);
            loop.runUntil(() -> {
                loop.hotCalls.cancelAll();
                return tasksEnded.isDone() && loop.hotCalls.isEmpty();
            });
        }
        leftovers.forEach(task -> reportFailure(task, loop));
    }

    private static void reportFailure(Task<?> task, EventLoop loop) {
        if (!task.isCancelled() && task.exception() != null) {
            loop.callExceptionHandler(new FailureContext("unhandled exception during run() shutdown", task.exception(), task));
        }
    }
}
