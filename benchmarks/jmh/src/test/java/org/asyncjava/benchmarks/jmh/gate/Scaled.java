package org.asyncjava.benchmarks.jmh.gate;

import java.lang.management.ManagementFactory;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;

/** A throughput workload whose size can be doubled. */
enum Scaled {
    COMPLETED(Workload.COMPLETED, 500, Contender::completed),
    NESTED(Workload.NESTED, 50, Contender::nested),
    SUSPEND(Workload.SUSPEND, 500, Contender::suspend),
    NESTED_SUSPEND(Workload.NESTED_SUSPEND, 50, (contender, depth) -> contender.nestedSuspend(depth, 10)),
    FAN_OUT(Workload.FAN_OUT, 500, Contender::fanOut),
    YIELD(Workload.YIELD, 20, (contender, rounds) -> contender.yields(10, rounds), 10);

    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double HUNDREDTHS = 100;

    private final Workload workload;
    private final int size;
    private final Run run;
    private final int elementsPerSize;

    Scaled(Workload workload, int size, Run run) {
        this(workload, size, run, 1);
    }

    Scaled(Workload workload, int size, Run run, int elementsPerSize) {
        this.workload = workload;
        this.size = size;
        this.run = run;
        this.elementsPerSize = elementsPerSize;
    }

    /** One operation. */
    private interface Run {
        long of(Contender contender, int size);
    }

    Workload workload() {
        return workload;
    }

    /** What is allocated for each element that an operation has more than one of half its size. */
    double bytesPerElement(Contender contender) {
        run.of(contender, 2 * size);
        run.of(contender, size);
        long once = bytes(contender, size);
        long twice = bytes(contender, 2 * size);
        return Math.round(HUNDREDTHS * (twice - once) / size / elementsPerSize) / HUNDREDTHS;
    }

    private long bytes(Contender contender, int times) {
        long before = allocated();
        run.of(contender, times);
        return allocated() - before;
    }

    static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
