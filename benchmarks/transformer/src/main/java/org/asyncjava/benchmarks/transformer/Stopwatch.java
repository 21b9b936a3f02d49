package org.asyncjava.benchmarks.transformer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures work in this JVM. */
final class Stopwatch {
    private static final double NANOS = 1e6;
    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long cpu = SYSTEM.getProcessCpuTime();
    private final long wall = System.nanoTime();

    /** What it took since this object was made. */
    Cost cost() {
        return new Cost((SYSTEM.getProcessCpuTime() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS);
    }
}
