package org.asyncjava.benchmarks.contenders.limitfull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.DistinctOperands;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.Workload;

/** The calls and tasks of this package: what features like those of this library's coroutines cost at least. */
public final class LimitFull implements Contender, DistinctOperands, Iterations {
    private final Loop loop = new Loop(Throwable::printStackTrace);
    private final Promise[] done = new Promise[8];
    private List<Promise> distinct;
    private Promise published;

    /** A contender with a loop of its own. */
    public LimitFull() {
        for (int i = 0; i < done.length; i++) {
            done[i] = new Promise(loop);
            done[i].complete(i);
        }
    }

    @Override
    public String name() {
        return "limit-full";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    Promise publish() {
        published = new Promise(loop);
        return published;
    }

    @Override
    public long completed(int awaits) {
        return (Long) loop.runUntilComplete(new SumOfDone(done, awaits));
    }

    @Override
    public long distinct() {
        if (distinct == null) {
            distinct = new ArrayList<>();
            for (int i = 0; i < OPERANDS; i++) {
                distinct.add(new Promise(loop));
                distinct.get(i).complete(i & 7);
            }
        }
        return (Long) loop.runUntilComplete(new SumOf(distinct));
    }

    @Override
    public long nested(int depth) {
        return (Integer) loop.runUntilComplete(new Nested(depth));
    }

    @Override
    public long suspend(int awaits) {
        return pumped(new SumOfPublished(this, awaits));
    }

    @Override
    public long nestedSuspend(int depth, int awaits) {
        return pumped(new NestedAbove(this, depth, awaits));
    }

    private long pumped(Call call) {
        Task task = new Task(loop, call);
        loop.add(new Pump(task));
        return ((Number) loop.runUntilComplete(task)).longValue();
    }

    /** Completes what a call has published whenever it has suspended. */
    private final class Pump implements Runnable {
        private final Task task;
        private int completed;

        Pump(Task task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (!task.isDone()) {
                published.complete(completed++ & 7);
                loop.add(this);
            }
        }
    }

    @Override
    public long fanOut(int count) {
        Operands operands = new Operands(loop, count);
        List<Task> tasks = tasks(count, i -> new One(operands));
        loop.add(operands);
        return sum(tasks);
    }

    @Override
    public long yields(int count, int rounds) {
        return sum(tasks(count, i -> new GiveWay(rounds)));
    }

    @Override
    public long sleeps(int count, int shortest, int longest) {
        return sum(tasks(count, i -> new Sleeping(loop, i & 7, shortest + i % (longest - shortest))));
    }

    private List<Task> tasks(int count, IntFunction<Call> calls) {
        List<Task> tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tasks.add(new Task(loop, calls.apply(i)));
        }
        return tasks;
    }

    private long sum(List<Task> tasks) {
        long sum = 0;
        for (Object value : (List<?>) loop.runUntilComplete(new Gather(loop, tasks))) {
            sum += (Integer) value;
        }
        return sum;
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.READY, Source.SUSPENDED);
    }

    @Override
    public long iterate(Source source, int iterations, int elements) {
        return switch (source) {
            case READY -> (Long) loop.runUntilComplete(new SumOfElements(() -> new Counting(elements), iterations));
            case SUSPENDED -> pumped(new SumOfElements(() -> new Published(this, elements), iterations));
            case PLAIN -> throw new UnsupportedOperationException(source.toString());
        };
    }

    @Override
    public Suspended live(int calls) {
        return new Live(loop, calls);
    }
}
