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

    private static void cancelLeftovers(EventLoop loop) {
        List<Task<?>> leftovers = loop.liveTasks();
        if (leftovers.isEmpty()) {
            return;
        }
        leftovers.forEach(LoopFuture::cancel);
        loop.runUntilComplete(Gather.outcomes(loop, leftovers));
        for (Task<?> task : leftovers) {
            if (!task.isCancelled() && task.exception() != null) {
                loop.callExceptionHandler(new FailureContext("unhandled exception during run() shutdown", task.exception(), task));
            }
        }
    }
}
