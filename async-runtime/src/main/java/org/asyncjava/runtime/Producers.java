package org.asyncjava.runtime;

import static org.asyncjava.Await.await;

import java.util.concurrent.CancellationException;

import org.asyncjava.Async;

/**
 * Tasks that bring about what a generator emits. The first failure cancels the others, and all are seen to end. Confined to the loop on which the
 * generator is asked first.
 *
 * @param <T> the type of what they hand to the generator
 */
final class Producers<T> {
    private record Handed<T>(T value) {
    }

    private enum Life { PRODUCING, ENDING }

    private final EventLoop loop;
    private final AsyncQueue<Handed<T>> handed;
    private final Children running = new Children() {
        @Override
        void ended(LoopFuture<?> task) {
            judge(task.failure());
        }
    };
    private T current;
    private Life life = Life.PRODUCING;
    /** The first failure; it may have been thrown. */
    private Throwable failed;
    private boolean isThrown;

    /**
     * Makes an owner of tasks that are to come.
     *
     * @param what for which method, for the message
     * @param room how many values may wait to be taken; 0: any number
     * @throws IllegalStateException when no loop runs on this thread
     */
    Producers(String what, int room) {
        loop = EventLoop.requireOrScope(what);
        handed = new AsyncQueue<>(room);
    }

    <R> Task<R> start(Coroutine<R> code) {
        Task<R> task = loop.createTask(code);
        running.add(task);
        return task;
    }

    /** For a task: hands a value over when there is room. */
    Coroutine<Void> hand(T value) {
        return handed.put(new Handed<>(value));
    }

    /** For the generator: takes the next value; false when all tasks have ended and none has failed. */
    @Async
    Coroutine<Boolean> advance() {
        current = null;
        try {
            current = await(handed.take()).value();
            return Coroutine.of(true);
        } catch (QueueShutDownException end) {
            throwFailure();
            return Coroutine.of(false);
        }
    }

    T current() {
        return current;
    }

    /** For the generator: the result of one of the tasks; if that has been cancelled, because another one has failed, the other's failure. */
    @Async
    <R> Coroutine<R> resultOf(Task<R> task) {
        Deferred<Void> ended = new Deferred<>(loop); // not the task itself: a request for cancellation of the generator is not one of the task
        task.addDoneCallback(done -> {
            if (!ended.isDone()) {
                ended.complete(null);
            }
        });
        await(ended);
        if (task.failure() != null) {
            throwFailure();
        }
        return Coroutine.of(task.result());
    }

    private void judge(Throwable thrown) {
        if (thrown != null) {
            note(thrown);
        }
        if (running.isEmpty()) {
            handed.shutdown();
        }
    }

    private void note(Throwable thrown) {
        Throwable met = life == Life.ENDING ? metByClosing(thrown) : thrown;
        if (failed == null && met != null) {
            failed = met;
            running.cancelAll();
        } else if (failed != null && failed != thrown && !(thrown instanceof CancellationException)) {
            failed.addSuppressed(thrown);
        }
    }

    /** Of a task that was cancelled: what it has met while it cleaned up; null if nothing. */
    private static Throwable metByClosing(Throwable thrown) {
        if (!(thrown instanceof CancellationException)) {
            return thrown;
        }
        return thrown.getSuppressed().length == 0 ? null : thrown.getSuppressed()[0];
    }

    private void throwFailure() {
        if (failed != null && !isThrown) {
            isThrown = true;
            throw Sneaky.<RuntimeException>rethrow(failed);
        }
    }

    /** For the generator's end: cancels what runs and waits for it. Fails with what has not been thrown yet. */
    @Async
    Coroutine<Void> end() {
        life = Life.ENDING;
        running.cancelAll();
        CancellationException request = null;
        while (!running.isEmpty()) {
            try {
                await(running.noneLeft(loop));
            } catch (CancellationException again) {
                request = again;
                running.cancelAll();
            }
        }
        if (request != null) {
            throw request;
        }
        throwFailure();
        return Coroutine.done();
    }
}
