package org.asyncjava.benchmarks.jmh.programs;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;

/**
 * What calls cost, whatever threads they run on: medians of repetitions, after as many that warm up.
 *
 * @param wall nanoseconds that pass per call
 * @param processor nanoseconds of processor time per call, of all threads of the JVM
 */
record CostPerCall(double wall, double processor) {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static CostPerCall of(int calls, int repetitions, Runnable all) {
        double[] wall = new double[repetitions];
        double[] processor = new double[repetitions];
        for (int i = -repetitions; i < repetitions; i++) {
            long start = System.nanoTime();
            long used = SYSTEM.getProcessCpuTime();
            all.run();
            if (i >= 0) {
                wall[i] = (double) (System.nanoTime() - start) / calls;
                processor[i] = (double) (SYSTEM.getProcessCpuTime() - used) / calls;
            }
        }
        return new CostPerCall(median(wall), median(processor));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    void put(Map<String, Double> figures, String what) {
        figures.put(what + ".ns", wall);
        figures.put(what + ".processor.ns", processor);
    }

    /** How many threads wanted a processor, in the last minute: times of a busy machine are to be read with that. */
    static void putLoad(Map<String, Double> figures) {
        figures.put("load", SYSTEM.getSystemLoadAverage());
    }
}
