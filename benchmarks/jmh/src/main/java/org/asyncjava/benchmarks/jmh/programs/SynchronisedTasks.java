package org.asyncjava.benchmarks.jmh.programs;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Synchronisation;
import org.asyncjava.benchmarks.Synchronises;
import org.asyncjava.benchmarks.Workload;

/** What locks, semaphores and queues cost tasks of one loop: per permit that is taken and given back, per item, and per way there and back. */
final class SynchronisedTasks implements Measuring {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TIMES = 100_000;
    private static final int REPETITIONS = 60;
    private static final int TASKS = 100;
    private static final int PERMITS = 10;
    private static final int CAPACITY = 16;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (contender instanceof Synchronises able) {
            Synchronisation tasks = able.synchronisation();
            cost(figures, "lock", TIMES, () -> tasks.freeLock(TIMES));
            cost(figures, "with", TIMES, () -> tasks.lockedWork(TIMES));
            cost(figures, "contended", TIMES, () -> tasks.contended(1, TASKS, TIMES / TASKS));
            cost(figures, "semaphore", TIMES, () -> tasks.contended(PERMITS, TASKS, TIMES / TASKS));
            cost(figures, "queue", Workload.sumBelow(TIMES), () -> tasks.queued(0, TIMES));
            cost(figures, "bounded", Workload.sumBelow(TIMES), () -> tasks.queued(CAPACITY, TIMES));
            cost(figures, "pingpong", 2L * TIMES, () -> tasks.pingPong(TIMES));
            CostPerCall.putLoad(figures);
        }
        return figures;
    }

    private static void cost(Map<String, Double> figures, String what, long expected, LongSupplier all) {
        Runnable checked = () -> Expect.same(expected, all.getAsLong(), what);
        CostPerCall.of(TIMES, REPETITIONS, checked).put(figures, what);
        long before = allocatedBytes();
        checked.run();
        figures.put(what + ".bytes", (double) (allocatedBytes() - before) / TIMES);
    }

    private static long allocatedBytes() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
