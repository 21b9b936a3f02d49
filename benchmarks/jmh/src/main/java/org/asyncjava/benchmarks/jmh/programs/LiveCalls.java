package org.asyncjava.benchmarks.jmh.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;

/** Heap per suspended call, its operand included: after a full collection with the calls, less that without; done twice. */
final class LiveCalls implements Measuring {
    private static final int TRIAL = 1_000;

    @Override
    public Map<String, Double> measure(Contender contender, Scale scale) {
        bytesPerCall(contender, TRIAL);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("firstBytes", bytesPerCall(contender, scale.calls()));
        figures.put("secondBytes", bytesPerCall(contender, scale.calls()));
        return figures;
    }

    private static double bytesPerCall(Contender contender, int calls) {
        long before = Heap.afterCollection();
        Contender.Suspended suspended = contender.live(calls);
        long with = Heap.afterCollection();
        Expect.same(Workload.sumBelow(calls), suspended.finish(), "live");
        return (double) (with - before) / calls;
    }
}
