package org.asyncjava.benchmarks.virtualthreads;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.SharedCalls;
import org.asyncjava.benchmarks.Strands;
import org.asyncjava.benchmarks.Synchronisation;
import org.asyncjava.benchmarks.Synchronises;
import org.asyncjava.benchmarks.Workload;

/**
 * Plain blocking code: an await is {@link CompletableFuture#join()}, a call that is to wait by itself is a virtual thread, and gathering
 * is joining the threads. A call within a call is a plain call, which is why no other contender comes near in {@link Workload#COMPLETED}
 * and {@link Workload#NESTED}.
 *
 * <p>Meant to be run with {@code -Djdk.virtualThreadScheduler.parallelism=1}, the counterpart of the others' one loop, and by a thread
 * that is virtual itself: what drives the calls is then scheduled between them. Called by a platform thread, each operation starts a
 * virtual one and waits for it, which costs some ten microseconds. It is right, if slower, with any parallelism.
 */
public final class VirtualThreads implements Contender, SharedCalls, Strands, Synchronises {
    private static final List<CompletableFuture<Integer>> DONE =
            IntStream.range(0, 8).mapToObj(CompletableFuture::completedFuture).toList();

    private volatile CompletableFuture<Integer> published;

    @Override
    public String name() {
        return "virtual-threads";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    @Override
    public long completed(int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            sum += DONE.get(i & 7).join();
        }
        return sum;
    }

    @Override
    public long nested(int depth) {
        return depth == 0 ? 0 : nested(depth - 1) + 1;
    }

    @Override
    public long suspend(int awaits) {
        return onVirtualThread(() -> pumped(() -> suspending(awaits)));
    }

    private long suspending(int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            CompletableFuture<Integer> operand = new CompletableFuture<>();
            published = operand;
            sum += operand.join();
        }
        return sum;
    }

    @Override
    public long nestedSuspend(int depth, int awaits) {
        return onVirtualThread(() -> pumped(() -> nestedSuspending(depth, awaits)));
    }

    private long nestedSuspending(int depth, int awaits) {
        return depth == 0 ? suspending(awaits) & 7 : nestedSuspending(depth - 1, awaits) + 1;
    }

    /** Runs a call in a thread of its own and completes what it publishes, from this thread, whenever it waits. */
    private long pumped(Callable<Long> call) throws ExecutionException, InterruptedException {
        FutureTask<Long> task = new FutureTask<>(call);
        Thread.startVirtualThread(task);
        int i = 0;
        while (!task.isDone()) {
            CompletableFuture<Integer> operand = published;
            if (operand != null) {
                published = null;
                operand.complete(i & 7);
                i++;
            }
            Thread.yield();
        }
        return task.get();
    }

    @Override
    public long fanOut(int tasks) {
        return onVirtualThread(() -> {
            AtomicReferenceArray<CompletableFuture<Integer>> operands = new AtomicReferenceArray<>(tasks);
            WaitingCall[] calls = new WaitingCall[tasks];
            Thread[] threads = new Thread[tasks];
            for (int i = 0; i < tasks; i++) {
                calls[i] = new WaitingCall(operands, i);
                threads[i] = Thread.startVirtualThread(calls[i]);
            }
            for (int i = 0; i < tasks; i++) {
                whenPublished(operands, i).complete(i & 7);
            }
            return joined(threads, number -> calls[number].result());
        });
    }

    private static CompletableFuture<Integer> whenPublished(AtomicReferenceArray<CompletableFuture<Integer>> operands, int number) {
        CompletableFuture<Integer> operand = operands.getAcquire(number);
        while (operand == null) {
            Thread.yield();
            operand = operands.getAcquire(number);
        }
        return operand;
    }

    @Override
    public long yields(int tasks, int rounds) {
        return onVirtualThread(() -> {
            Thread[] threads = new Thread[tasks];
            for (int i = 0; i < tasks; i++) {
                threads[i] = Thread.startVirtualThread(() -> giveWay(rounds));
            }
            return joined(threads, number -> rounds);
        });
    }

    private static void giveWay(int rounds) {
        for (int i = 0; i < rounds; i++) {
            Thread.yield();
        }
    }

    @Override
    public Suspended live(int count) {
        HoldingCall[] calls = new HoldingCall[count];
        Thread[] threads = new Thread[count];
        AtomicInteger waiting = new AtomicInteger();
        onVirtualThread(() -> {
            for (int i = 0; i < count; i++) {
                calls[i] = new HoldingCall(waiting);
                threads[i] = Thread.startVirtualThread(calls[i]);
            }
            while (waiting.get() < count) {
                Thread.yield();
            }
            return (long) count;
        });
        return () -> onVirtualThread(() -> {
            for (int i = 0; i < count; i++) {
                calls[i].complete(i & 7);
            }
            return joined(threads, number -> calls[number].result());
        });
    }

    @Override
    public long sleeps(int count, int shortest, int longest) {
        return onVirtualThread(() -> {
            SleepingCall[] calls = new SleepingCall[count];
            Thread[] threads = new Thread[count];
            for (int i = 0; i < count; i++) {
                calls[i] = new SleepingCall(i, shortest + i % (longest - shortest));
                threads[i] = Thread.startVirtualThread(calls[i]);
            }
            return joined(threads, number -> calls[number].result());
        });
    }

    @Override
    public CompletableFuture<Integer> plusOne(CompletableFuture<Integer> operand) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> result.complete(operand.join() + 1));
        return result;
    }

    private static long joined(Thread[] threads, IntUnaryOperator result) throws InterruptedException {
        long sum = 0;
        for (int i = 0; i < threads.length; i++) {
            threads[i].join();
            sum += result.applyAsInt(i);
        }
        return sum;
    }

    static long onVirtualThread(Callable<Long> operation) {
        try {
            if (Thread.currentThread().isVirtual()) {
                return operation.call();
            }
            FutureTask<Long> task = new FutureTask<>(operation);
            Thread.startVirtualThread(task);
            return task.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Synchronisation synchronisation() {
        return new Synchronised();
    }

    /** A lock each, and a thread that waits. */
    @Override
    public Object waitingStrands(int count) {
        Object[] all = new Object[2 * count];
        AtomicInteger waiting = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Integer> operand = new CompletableFuture<>();
            all[2 * i] = new ReentrantLock();
            all[2 * i + 1] = operand;
            Thread.startVirtualThread(() -> {
                waiting.incrementAndGet();
                operand.join();
            });
        }
        while (waiting.get() < count) {
            Thread.yield();
        }
        return all;
    }

    /** Each step is taken with a lock. The carriers are the JVM's own, as many as the contender is given, not the executor's threads. */
    @Override
    public long strandHops(Executor threads, int strands, int times) {
        int[][] counters = new int[strands][1];
        return onVirtualThread(() -> {
            Thread[] tasks = new Thread[2 * strands];
            for (int i = 0; i < strands; i++) {
                int[] counter = counters[i];
                ReentrantLock lock = new ReentrantLock();
                tasks[2 * i] = Thread.startVirtualThread(() -> count(lock, counter, times));
                tasks[2 * i + 1] = Thread.startVirtualThread(() -> count(lock, counter, times));
            }
            return joined(tasks, number -> number % 2 == 0 ? 0 : counters[number / 2][0]);
        });
    }

    private static void count(ReentrantLock lock, int[] counter, int times) {
        for (int i = 0; i < times; i++) {
            lock.lock();
            try {
                counter[0]++;
            } finally {
                lock.unlock();
            }
            Thread.yield();
        }
    }
}
