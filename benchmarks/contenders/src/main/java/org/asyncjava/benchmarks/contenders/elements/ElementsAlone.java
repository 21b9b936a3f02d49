package org.asyncjava.benchmarks.contenders.elements;

import java.util.Set;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.Workload;

/** A contender that hands out elements and does nothing else. */
abstract class ElementsAlone implements Contender, Iterations {
    @Override
    public final Set<Workload> workloads() {
        return Set.of();
    }

    @Override
    public final long completed(int awaits) {
        throw none();
    }

    @Override
    public final long nested(int depth) {
        throw none();
    }

    @Override
    public final long suspend(int awaits) {
        throw none();
    }

    @Override
    public final long nestedSuspend(int depth, int awaits) {
        throw none();
    }

    @Override
    public final long fanOut(int tasks) {
        throw none();
    }

    @Override
    public final long yields(int tasks, int rounds) {
        throw none();
    }

    @Override
    public final Suspended live(int calls) {
        throw none();
    }

    @Override
    public final long sleeps(int calls, int shortest, int longest) {
        throw none();
    }

    static UnsupportedOperationException none() {
        return new UnsupportedOperationException();
    }
}
