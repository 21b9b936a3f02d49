package org.asyncjava.benchmarks.transformer;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Measures work in this JVM, or in one thread of it. */
final class Stopwatch {
    private static final double NANOS = 1e6;
    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long cpu = SYSTEM.getProcessCpuTime();
    private final long wall = System.nanoTime();

    /** What the calling thread took for some work: exact where the process counts hundredths of a second. */
    static double ofThread(Work work) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / NANOS;
    }

    /** Work that reads or writes files. */
    interface Work {
        void run() throws IOException;
    }

    /** What it took since this object was made. */
    Cost cost() {
        return new Cost((SYSTEM.getProcessCpuTime() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS);
    }
}
