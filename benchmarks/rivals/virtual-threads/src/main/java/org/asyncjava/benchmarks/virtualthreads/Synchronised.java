package org.asyncjava.benchmarks.virtualthreads;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

import org.asyncjava.benchmarks.Synchronisation;

/** Locks, semaphores and queues of {@code java.util.concurrent}, fair where those who wait come in their order in the others as well. */
final class Synchronised implements Synchronisation {
    @Override
    public long freeLock(int times) {
        return VirtualThreads.onVirtualThread(() -> locking(times));
    }

    @Override
    public long lockedWork(int times) {
        return VirtualThreads.onVirtualThread(() -> working(times));
    }

    @Override
    public long contended(int permits, int tasks, int times) {
        return VirtualThreads.onVirtualThread(() -> allTaking(permits, tasks, times));
    }

    @Override
    public long queued(int capacity, int items) {
        return VirtualThreads.onVirtualThread(() -> taken(capacity, items));
    }

    @Override
    public long pingPong(int times) {
        return VirtualThreads.onVirtualThread(() -> toAndFro(times));
    }

    private static long locking(int times) {
        ReentrantLock lock = new ReentrantLock(true);
        long count = 0;
        for (int i = 0; i < times; i++) {
            lock.lock();
            count++;
            lock.unlock();
        }
        return count;
    }

    private static long working(int times) {
        ReentrantLock lock = new ReentrantLock(true);
        long count = 0;
        for (int i = 0; i < times; i++) {
            lock.lock();
            try {
                count += 1;
            } finally {
                lock.unlock();
            }
        }
        return count;
    }

    private static long allTaking(int permits, int tasks, int times) throws Exception {
        Semaphore semaphore = new Semaphore(permits, true);
        LongAdder taken = new LongAdder();
        Thread[] threads = new Thread[tasks];
        for (int i = 0; i < tasks; i++) {
            threads[i] = Thread.startVirtualThread(() -> taken.add(taking(semaphore, times)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return taken.sum();
    }

    private static long taking(Semaphore semaphore, int times) {
        long count = 0;
        for (int i = 0; i < times; i++) {
            semaphore.acquireUninterruptibly();
            Thread.yield();
            count++;
            semaphore.release();
        }
        return count;
    }

    private static long taken(int capacity, int items) throws Exception {
        BlockingQueue<Integer> queue = capacity == 0 ? new LinkedBlockingQueue<>() : new ArrayBlockingQueue<>(capacity);
        FutureTask<Long> putting = started(() -> {
            for (int i = 0; i < items; i++) {
                queue.put(i & 7);
            }
            return 0L;
        });
        long sum = 0;
        for (int i = 0; i < items; i++) {
            sum += queue.take();
        }
        return sum + putting.get();
    }

    private static long toAndFro(int times) throws Exception {
        BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
        BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
        FutureTask<Long> other = started(() -> {
            long count = 0;
            for (int i = 0; i < times; i++) {
                count += there.take();
                back.put(1);
            }
            return count;
        });
        long count = 0;
        for (int i = 0; i < times; i++) {
            there.put(1);
            count += back.take();
        }
        return count + other.get();
    }

    private static FutureTask<Long> started(Callable<Long> call) {
        FutureTask<Long> task = new FutureTask<>(call);
        Thread.startVirtualThread(task);
        return task;
    }
}
