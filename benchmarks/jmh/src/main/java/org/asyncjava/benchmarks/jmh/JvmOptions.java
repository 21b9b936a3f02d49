package org.asyncjava.benchmarks.jmh;

import java.util.List;

/** The options of the JVMs that measure; the same for every contender. */
public final class JvmOptions {
    private JvmOptions() {
    }

    /**
     * Virtual threads get one carrier, as the others have one thread.
     *
     * @return the options
     */
    public static List<String> oneCarrier() {
        return List.of("-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1");
    }

    /**
     * A heap of fixed size for the default collector.
     *
     * @return the options
     */
    public static List<String> fixedHeap() {
        return List.of("-Xms2g", "-Xmx2g");
    }
}
