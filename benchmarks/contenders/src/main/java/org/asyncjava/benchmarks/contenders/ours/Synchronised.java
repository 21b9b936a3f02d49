package org.asyncjava.benchmarks.contenders.ours;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;

import org.asyncjava.Async;
import org.asyncjava.benchmarks.Synchronisation;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;

/**
 * Locks, semaphores and queues of this library.
 *
 * @param loop runs the tasks
 */
record Synchronised(EventLoop loop) implements Synchronisation {
    private static final Coroutine<Integer> ONE = Coroutine.of(1);

    @Override
    public long freeLock(int times) {
        return loop.runUntilComplete(locking(new AsyncLock(), times));
    }

    @Override
    public long lockedWork(int times) {
        return loop.runUntilComplete(working(new AsyncLock(), times));
    }

    @Override
    public long contended(int permits, int tasks, int times) {
        return loop.runUntilComplete(permits == 1 ? allLocking(tasks, times) : allTaking(permits, tasks, times));
    }

    @Override
    public long queued(int capacity, int items) {
        return loop.runUntilComplete(queued(new AsyncQueue<>(capacity), items));
    }

    @Override
    public long pingPong(int times) {
        return loop.runUntilComplete(pingPong(new AsyncQueue<>(1), new AsyncQueue<>(1), times));
    }

    @Async
    private static Coroutine<Long> locking(AsyncLock lock, int times) {
        long count = 0;
        for (int i = 0; i < times; i++) {
            await(lock.acquire());
            count++;
            lock.release();
        }
        return Coroutine.of(count);
    }

    @Async
    private static Coroutine<Long> working(AsyncLock lock, int times) {
        long count = 0;
        for (int i = 0; i < times; i++) {
            count += await(lock.with(() -> ONE));
        }
        return Coroutine.of(count);
    }

    @Async
    private static Coroutine<Long> allLocking(int tasks, int times) {
        AsyncLock lock = new AsyncLock();
        List<Task<Long>> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            all.add(createTask(lockingLong(lock, times)));
        }
        return sum(all);
    }

    @Async
    private static Coroutine<Long> lockingLong(AsyncLock lock, int times) {
        long count = 0;
        for (int i = 0; i < times; i++) {
            await(lock.acquire());
            await(yieldNow());
            count++;
            lock.release();
        }
        return Coroutine.of(count);
    }

    @Async
    private static Coroutine<Long> allTaking(int permits, int tasks, int times) {
        AsyncSemaphore semaphore = new AsyncSemaphore(permits);
        List<Task<Long>> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            all.add(createTask(taking(semaphore, times)));
        }
        return sum(all);
    }

    @Async
    private static Coroutine<Long> taking(AsyncSemaphore semaphore, int times) {
        long count = 0;
        for (int i = 0; i < times; i++) {
            await(semaphore.acquire());
            await(yieldNow());
            count++;
            semaphore.release();
        }
        return Coroutine.of(count);
    }

    @Async
    private static Coroutine<Long> sum(List<Task<Long>> tasks) {
        long sum = 0;
        for (Long count : await(Coroutines.gather(tasks))) {
            sum += count;
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Long> queued(AsyncQueue<Integer> queue, int items) {
        createTask(putting(queue, items));
        long sum = 0;
        for (int i = 0; i < items; i++) {
            sum += await(queue.take());
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Void> putting(AsyncQueue<Integer> queue, int items) {
        for (int i = 0; i < items; i++) {
            await(queue.put(i & 7));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Long> pingPong(AsyncQueue<Integer> there, AsyncQueue<Integer> back, int times) {
        Task<Long> other = createTask(returning(there, back, times));
        long count = 0;
        for (int i = 0; i < times; i++) {
            await(there.put(1));
            count += await(back.take());
        }
        return Coroutine.of(count + await(other));
    }

    @Async
    private static Coroutine<Long> returning(AsyncQueue<Integer> there, AsyncQueue<Integer> back, int times) {
        long count = 0;
        for (int i = 0; i < times; i++) {
            count += await(there.take());
            await(back.put(1));
        }
        return Coroutine.of(count);
    }
}
