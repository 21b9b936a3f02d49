package org.asyncjava.benchmarks.contenders.limit;

import java.util.EnumSet;
import java.util.Set;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.contenders.loop.BareLoop;

/** The machines of this package: what can be reached at all if one leaves everything out. */
public final class Limit implements Contender, Iterations {
    private final BareLoop loop = new BareLoop();
    private final Promise[] done = new Promise[8];
    private Promise published;

    /** A contender with a loop of its own. */
    public Limit() {
        for (int i = 0; i < done.length; i++) {
            done[i] = new Promise(i);
        }
    }

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    Promise publish() {
        published = new Promise();
        return published;
    }

    @Override
    public long completed(int awaits) {
        return (Long) SumOfDone.call(done, awaits).result();
    }

    @Override
    public long nested(int depth) {
        return Nested.call(depth).intResult();
    }

    @Override
    public long suspend(int awaits) {
        return pumped(SumOfPublished.call(this, awaits));
    }

    @Override
    public long nestedSuspend(int depth, int awaits) {
        return pumped(Nested.call(this, depth, awaits));
    }

    private long pumped(Promise call) {
        for (int i = 0; !call.isDone(); i++) {
            published.complete(i & 7);
        }
        return ((Number) call.result()).longValue();
    }

    @Override
    public long fanOut(int tasks) {
        Promise[] operands = new Promise[tasks];
        Promise[] calls = new Promise[tasks];
        for (int i = 0; i < tasks; i++) {
            calls[i] = One.call(operands, i);
        }
        for (int i = 0; i < tasks; i++) {
            operands[i].complete(i & 7);
        }
        return (Long) SumOfCalls.call(calls).result();
    }

    @Override
    public long yields(int tasks, int rounds) {
        Promise[] calls = new Promise[tasks];
        for (int i = 0; i < tasks; i++) {
            calls[i] = GiveWay.call(loop, rounds);
        }
        return finished(SumOfCalls.call(calls));
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.PLAIN);
    }

    @Override
    public long iterate(Source source, int iterations, int elements) {
        if (source != Source.PLAIN) {
            throw new UnsupportedOperationException(source.toString());
        }
        Iterable<Integer> sequence = () -> new Counting(elements);
        long sum = 0;
        for (int i = 0; i < iterations; i++) {
            for (int element : sequence) {
                sum += element;
            }
        }
        return sum;
    }

    @Override
    public Suspended live(int calls) {
        return new Live(calls);
    }

    @Override
    public long sleeps(int calls, int shortest, int longest) {
        Promise[] sleeping = new Promise[calls];
        for (int i = 0; i < calls; i++) {
            sleeping[i] = Sleeping.call(loop, i & 7, shortest + i % (longest - shortest));
        }
        return finished(SumOfCalls.call(sleeping));
    }

    private long finished(Promise call) {
        loop.run();
        return (Long) call.result();
    }
}
