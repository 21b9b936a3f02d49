package org.asyncjava.benchmarks.jmh;

import java.util.List;

/** The options of the JVMs that measure; the same for every contender, but for the kind of thread that calls it. */
public final class JvmOptions {
    private static final String VIRTUAL_THREADS = "virtual-threads";

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
     * A heap of fixed size for the default collector, each page of which has been touched: what is allocated for the first time in a page costs
     * a page fault, and short measurements end before the heap has been used up once.
     *
     * @return the options
     */
    public static List<String> fixedHeap() {
        return List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");
    }

    /**
     * Virtual threads are called by one, as the others are called by the thread of their loop. A platform thread would have to hand each
     * operation over and to be woken after it, which takes more processor time than what a run of nested calls does.
     *
     * @param contender the name of who is called
     * @return the options
     */
    public static List<String> callerOf(String contender) {
        return contender.equals(VIRTUAL_THREADS) ? List.of("-Djmh.executor=VIRTUAL") : List.of();
    }
}
