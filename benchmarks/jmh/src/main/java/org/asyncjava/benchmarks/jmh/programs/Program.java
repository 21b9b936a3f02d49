package org.asyncjava.benchmarks.jmh.programs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.DistinctOperands;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Operation;

/** The programs, and the JVM that each runs in. */
public enum Program {
    /** Heap per suspended call. The serial collector is told to leave no dead object, so that the figure is exact. */
    LIVE(new LiveCalls(), Workload.LIVE, "-Xmx6g", "-XX:+UseSerialGC", "-XX:MarkSweepAlwaysCompactCount=1"),
    /** Wall time, and what the operating system had to give. */
    SLEEPS(new Sleeps(), Workload.SLEEPS, "-Xmx6g"),
    /** Heap while all sleep: the sleeps are longer, so that even the slowest contender has started the last before the first ends. */
    SLEEPING(new SleepingCalls(), Workload.SLEEPS, "-Xms4g", "-Xmx6g", "-XX:+UseSerialGC", "-XX:MarkSweepAlwaysCompactCount=1"),
    /** One call that suspends very often in a small heap. */
    ENDURANCE(new Endurance(), Workload.SUSPEND, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"),
    /** Cost per element at ten times the size. Depths above 127 must not cost a box each. */
    GROWTH(new Growth(), null, "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:AutoBoxCacheMax=2000"),
    /** The same work on two threads at once. */
    THREADS(new TwoThreads(), null, "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"),
    /** Tasks on threads that somebody else runs. */
    HOSTS(new Hosts(), Workload.YIELD, "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"),
    /** Tasks that run one at a time on a pool of two threads; virtual threads get two carriers as well. */
    STRANDS(new StrandsOnTwoThreads(), Workload.YIELD, "-Xmx1g", "-XX:+UseSerialGC", "-XX:MarkSweepAlwaysCompactCount=1",
            "-Djdk.virtualThreadScheduler.parallelism=2", "-Djdk.virtualThreadScheduler.maxPoolSize=2"),
    /** Structure where no loop runs. */
    SCOPES(new ScopesAnywhere(), Workload.SUSPEND, "-Xmx1g", "-XX:+UseSerialGC"),
    /** A test of ten tasks in many orders. */
    SCHEDULES(new SchedulesOfATest(), Workload.YIELD, "-Xmx1g", "-XX:+UseSerialGC"),
    /** Locks, semaphores and queues of one loop, or one carrier. */
    SYNCHRONISATION(new SynchronisedTasks(), Workload.YIELD, "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"),
    /** Loops over elements that are handed out one by one. Compiling is waited for, so that a busy machine runs the same code as an idle one. */
    ELEMENTS(new ElementsOfLoops(), null, "-Xms512m", "-Xmx512m", "-Xbatch") {
        @Override
        public boolean suits(Contender contender) {
            return contender instanceof Iterations;
        }
    },
    /** Awaits of operands that are done and all different ones. */
    DISTINCT(new DistinctAwaits(), null, "-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch") {
        @Override
        public boolean suits(Contender contender) {
            return contender instanceof DistinctOperands;
        }
    },
    /** The same methods in one, three and ten classes. Contenders that have a loop of their own would have as many of these. */
    CLASSES(new ManyClasses(), null, "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch") {
        @Override
        public boolean suits(Contender contender) {
            return !OWN_LOOPS.contains(contender.name());
        }
    },
    /** The throughput workloads with the default collector, as JMH has them, for the programs below to be compared with. */
    G1(new OneThread(), null, "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC"),
    /** With the collector that stops all threads and has the cheapest barriers. */
    PARALLEL(new OneThread(), null, "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC"),
    /** With the collector that works beside the program and has a barrier where a reference is loaded. */
    ZGC(new OneThread(), null, "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseZGC"),
    /** With headers of eight bytes. */
    COMPACT(new OneThread(), null, "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch", "-XX:+UseCompactObjectHeaders");

    private static final Set<String> OWN_LOOPS = Set.of("limit", "limit-full", "kotlin-raw", "virtual-threads");

    private final Measuring measuring;
    private final Workload workload;
    private final List<String> jvmOptions;

    Program(Measuring measuring, Workload workload, String... jvmOptions) {
        this.measuring = measuring;
        this.workload = workload;
        this.jvmOptions = List.of(jvmOptions);
    }

    /**
     * The options of its JVM.
     *
     * @return the options
     */
    public List<String> jvmOptions() {
        return jvmOptions;
    }

    /**
     * Whether a contender can be measured by it.
     *
     * @param contender which
     * @return whether it can do the workload
     */
    public boolean suits(Contender contender) {
        Set<Workload> able = contender.workloads();
        return workload == null ? Operation.THROUGHPUT.stream().anyMatch(able::contains) : able.contains(workload);
    }

    /**
     * Measures in this JVM.
     *
     * @param contender a new one
     * @param scale how large
     * @return figures by name
     */
    Map<String, Double> measure(Contender contender, Scale scale) {
        return measuring.measure(contender, scale);
    }
}
