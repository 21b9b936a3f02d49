package org.asyncjava.benchmarks.jmh.gate;

import java.util.List;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.jmh.Contenders;

/** The main class of a JVM in which methods of several contenders' classes await one another very often. */
public final class CallsOfSeveralClasses {
    /** Each step runs ten times as often, and C2 compiles it when it has run ten thousand times. */
    private static final int TIMES = 4_000;
    private static final int DEPTH = 10;

    private CallsOfSeveralClasses() {
    }

    /**
     * Runs calls within calls.
     *
     * @param args the contenders
     */
    public static void main(String[] args) {
        for (String name : List.of(args)) {
            try (Contender contender = Contenders.open(name)) {
                if (contender.workloads().contains(Workload.NESTED)) {
                    run(contender);
                }
            }
        }
    }

    private static void run(Contender contender) {
        for (int i = 0; i < TIMES; i++) {
            contender.nested(DEPTH);
            contender.nestedSuspend(DEPTH, 1);
        }
    }
}
