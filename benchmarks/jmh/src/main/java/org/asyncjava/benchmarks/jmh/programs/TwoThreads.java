package org.asyncjava.benchmarks.jmh.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.RoundTrips;
import org.asyncjava.benchmarks.SharedCalls;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Contenders;
import org.asyncjava.benchmarks.jmh.Operation;

/**
 * Each throughput workload on one thread, and on both threads of a pool at once, each with a contender of its own; and calls that one thread
 * starts and the other resumes; and round trips between two loops.
 */
final class TwoThreads implements Measuring {
    private static final int THREADS = 2;
    private static final int CALLS = 50_000;
    private static final int TRIPS = 20_000;
    private static final int TRAVELLERS = 1_000;
    private static final int REPETITIONS = 30;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (Workload workload : Operation.THROUGHPUT) {
                if (contender.workloads().contains(workload)) {
                    Operation operation = Operation.of(workload, 1);
                    figures.put(workload + ".one.ns", onThreads(pool, 1, operation, contender.name(), scale));
                    figures.put(workload + ".two.ns", onThreads(pool, THREADS, operation, contender.name(), scale));
                }
            }
            if (contender instanceof SharedCalls calls) {
                CrossedCalls crossed = new CrossedCalls(pool, calls, CALLS);
                crossed.warmUp();
                figures.put("shared.alone.ns", crossed.alone());
                figures.put("shared.crossed.ns", crossed.crossed());
                figures.put("shared.raced.ns", crossed.raced());
            }
            if (contender instanceof RoundTrips trips) {
                figures.put("trips.one.ns", trip(trips, 1, TRIPS));
                figures.put("trips.many.ns", trip(trips, TRAVELLERS, TRIPS / TRAVELLERS));
            }
        } finally {
            pool.shutdownNow();
        }
        return figures;
    }

    /** Time per round trip: the fastest of some repetitions. */
    private static double trip(RoundTrips contender, int calls, int times) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            long sum = contender.roundTrips(calls, times);
            fastest = Math.min(fastest, System.nanoTime() - start);
            Expect.same(calls * Workload.sumBelow(times), sum, "roundTrips");
        }
        return (double) fastest / calls / times;
    }

    /** Time per element of the slower thread. */
    private static double onThreads(ExecutorService pool, int threads, Operation operation, String name, Scale scale) {
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Future<Timed>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(() -> {
                try (Contender contender = Contenders.open(name)) {
                    together.await();
                    return Timed.of(operation, contender, scale.timed());
                }
            }));
        }
        return running.stream().mapToDouble(each -> result(each).nanoseconds()).max().orElseThrow();
    }

    private static Timed result(Future<Timed> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
