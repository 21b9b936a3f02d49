package org.asyncjava.stress;

import static org.asyncjava.Await.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.asyncjava.Async;
import org.asyncjava.Awaitable;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;

/** The async methods that race with others. */
final class Methods {
    private Methods() {
    }

    /** Has a loop do what it can now, on the calling thread. */
    static void turn(EventLoop loop) {
        loop.stop();
        loop.runForever();
    }

    /** Adds a local that was written before the await to what it awaits. */
    @Async
    static CompletableFuture<Integer> plusHundred(CompletableFuture<Integer> operand) {
        int hundred = 100;
        return CompletableFuture.completedFuture(await(operand) + hundred);
    }

    /** Counts its ends. */
    @Async
    static CompletableFuture<Integer> counting(CompletableFuture<Integer> operand, AtomicInteger ends) {
        try {
            return CompletableFuture.completedFuture(await(operand));
        } finally {
            ends.incrementAndGet();
        }
    }

    /** Counts the ends of a scope and its own. */
    @Async
    static CompletableFuture<Integer> scoped(CompletableFuture<Integer> operand, int[] scopesEnded, int[] methodsEnded) {
        try {
            return CompletableFuture.completedFuture(await(TaskGroup.open(g -> {
                Task<Integer> task = g.createTask(() -> Coroutine.of(await(operand)));
                try {
                    return Coroutine.of(await(task));
                } finally {
                    scopesEnded[0]++;
                }
            })));
        } finally {
            methodsEnded[0]++;
        }
    }

    /** Counts how often it goes on. */
    @Async
    static CompletableFuture<Integer> countingResumptions(Awaitable<Integer> operand, AtomicInteger resumptions) {
        int value = await(operand);
        resumptions.incrementAndGet();
        return CompletableFuture.completedFuture(value);
    }

    /** Takes a permit for good. */
    @Async
    static CompletableFuture<Void> acquire(AsyncSemaphore permits) {
        await(permits.acquire());
        return CompletableFuture.completedFuture(null);
    }

    /** Counts without any protection but the lock. */
    @Async
    static CompletableFuture<Void> increment(AsyncLock lock, int[] counter) {
        await(lock.acquire());
        try {
            counter[0]++;
        } finally {
            lock.release();
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Puts an item. */
    @Async
    static CompletableFuture<Void> put(AsyncQueue<Integer> queue, int item) {
        await(queue.put(item));
        return CompletableFuture.completedFuture(null);
    }

    /** Takes an item, and adds it to those that were taken. */
    @Async
    static CompletableFuture<Void> take(AsyncQueue<Integer> queue, AtomicInteger taken) {
        taken.addAndGet(await(queue.take()));
        return CompletableFuture.completedFuture(null);
    }

    /** Reads something without any protection but the event. */
    @Async
    static CompletableFuture<Integer> readWhenSet(AsyncEvent event, int[] written) {
        await(event.whenSet());
        return CompletableFuture.completedFuture(written[0]);
    }

    /** Counts the ends of a task that waits. */
    @Async
    static Coroutine<Integer> waiting(CompletableFuture<Integer> operand, AtomicInteger ends) {
        try {
            return Coroutine.of(await(operand));
        } finally {
            ends.incrementAndGet();
        }
    }

    /** Counts the ends of a task that waits for something of its loop. */
    @Async
    static Coroutine<Integer> waitingFor(Awaitable<Integer> operand, AtomicInteger ends) {
        try {
            return Coroutine.of(await(operand));
        } finally {
            ends.incrementAndGet();
        }
    }

    /** Counts its ends, and adds up. */
    @Async
    static CompletableFuture<Integer> sum(Awaitable<List<Integer>> both, AtomicInteger ends) {
        try {
            List<Integer> results = await(both);
            return CompletableFuture.completedFuture(results.get(0) + results.get(1));
        } finally {
            ends.incrementAndGet();
        }
    }

    /** As {@link #sum}, to be run by a task. */
    @Async
    static Coroutine<Integer> sumInTask(Awaitable<List<Integer>> both, AtomicInteger ends) {
        try {
            List<Integer> results = await(both);
            return Coroutine.of(results.get(0) + results.get(1));
        } finally {
            ends.incrementAndGet();
        }
    }

    /** Counts its ends. */
    @Async
    static CompletableFuture<Integer> counted(Awaitable<Integer> operand, AtomicInteger ends) {
        try {
            return CompletableFuture.completedFuture(await(operand));
        } finally {
            ends.incrementAndGet();
        }
    }

    /** 1 for a result of 1, 2 for a failure, 0 for neither. */
    static int fateOf(CompletableFuture<Integer> future) {
        return fateOf(future, 1);
    }

    /** 1 for the result that was expected, 2 for a failure, 3 for a cancellation, 0 for none of these. */
    static int fateOf(CompletableFuture<Integer> future, int expected) {
        if (future.isCancelled()) {
            return 3;
        }
        if (future.isCompletedExceptionally()) {
            return 2;
        }
        return future.isDone() && future.join() == expected ? 1 : 0;
    }
}
