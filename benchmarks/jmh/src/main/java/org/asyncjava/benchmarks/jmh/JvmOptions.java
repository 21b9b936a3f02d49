package org.asyncjava.benchmarks.jmh;

/** The options of the JVMs that measure; the same for every contender. */
public final class JvmOptions {
    private JvmOptions() {
    }

    /**
     * The default collector with a heap of fixed size. Virtual threads get one carrier, as the others have one thread.
     *
     * @return the options
     */
    public static String[] throughput() {
        return new String[] {"-Xms2g", "-Xmx2g", "-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1"};
    }
}
