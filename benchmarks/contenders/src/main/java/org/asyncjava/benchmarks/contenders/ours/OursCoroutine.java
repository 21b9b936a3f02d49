package org.asyncjava.benchmarks.contenders.ours;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.asyncjava.Async;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.DistinctOperands;
import org.asyncjava.benchmarks.HostedTurns;
import org.asyncjava.benchmarks.Iterations;
import org.asyncjava.benchmarks.RoundTrips;
import org.asyncjava.benchmarks.Schedules;
import org.asyncjava.benchmarks.Strands;
import org.asyncjava.benchmarks.Synchronisation;
import org.asyncjava.benchmarks.Synchronises;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.LoopGroup;
import org.asyncjava.runtime.LoopHost;
import org.asyncjava.runtime.Task;

/** This library's coroutines and tasks on an event loop; the operands are {@code Deferred}s. All that the library has is there. */
public final class OursCoroutine implements Contender, DistinctOperands, RoundTrips, HostedTurns, Iterations, Strands, Schedules, Synchronises {
    private final EventLoop loop = new EventLoop();
    @SuppressWarnings({"unchecked", "rawtypes"})
    private final Deferred<Integer>[] done = new Deferred[8];
    private List<Deferred<Integer>> distinct;
    private Deferred<Integer> published;

    /** A contender with a loop of its own. */
    public OursCoroutine() {
        for (int i = 0; i < done.length; i++) {
            done[i] = new Deferred<>(loop);
            done[i].complete(i);
        }
    }

    @Override
    public String name() {
        return "ours-coroutine";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    @Override
    public long completed(int awaits) {
        return loop.runUntilComplete(sumOfDone(done, awaits));
    }

    @Async
    private static Coroutine<Long> sumOfDone(Deferred<Integer>[] operands, int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            sum += await(operands[i & 7]);
        }
        return Coroutine.of(sum);
    }

    @Override
    public long distinct() {
        if (distinct == null) {
            distinct = IntStream.range(0, OPERANDS).mapToObj(this::completedWith).toList();
        }
        return loop.runUntilComplete(sumOf(distinct));
    }

    private Deferred<Integer> completedWith(int number) {
        Deferred<Integer> operand = new Deferred<>(loop);
        operand.complete(number & 7);
        return operand;
    }

    @Async
    private static Coroutine<Long> sumOf(List<Deferred<Integer>> operands) {
        long sum = 0;
        for (int i = 0; i < operands.size(); i++) {
            sum += await(operands.get(i));
        }
        return Coroutine.of(sum);
    }

    @Override
    public long nested(int depth) {
        return loop.runUntilComplete(nest(depth));
    }

    @Async
    private static Coroutine<Integer> nest(int depth) {
        return Coroutine.of(depth == 0 ? 0 : await(nest(depth - 1)) + 1);
    }

    @Override
    public long suspend(int awaits) {
        return pumped(loop.createTask(sumOfPublished(awaits)));
    }

    @Override
    public long nestedSuspend(int depth, int awaits) {
        return pumped(loop.createTask(nestAbove(depth, awaits)));
    }

    private long pumped(Task<? extends Number> call) {
        loop.execute(new Pump(call));
        return loop.runUntilComplete(call).longValue();
    }

    @Async
    private Coroutine<Long> sumOfPublished(int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            published = new Deferred<>(loop);
            sum += await(published);
        }
        return Coroutine.of(sum);
    }

    @Async
    private Coroutine<Integer> nestAbove(int depth, int awaits) {
        if (depth == 0) {
            return Coroutine.of((int) (await(sumOfPublished(awaits)) & 7));
        }
        return Coroutine.of(await(nestAbove(depth - 1, awaits)) + 1);
    }

    /** Completes what a call has published whenever it has suspended. */
    private final class Pump implements Runnable {
        private final Task<?> call;
        private int completed;

        Pump(Task<?> call) {
            this.call = call;
        }

        @Override
        public void run() {
            if (!call.isDone()) {
                published.complete(completed++ & 7);
                loop.execute(this);
            }
        }
    }

    @Override
    public long fanOut(int tasks) {
        return loop.runUntilComplete(startAndGather(tasks));
    }

    @Async
    private Coroutine<Long> startAndGather(int count) {
        List<Deferred<Integer>> operands = new ArrayList<>(count);
        List<Task<Integer>> tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tasks.add(loop.createTask(one(operands)));
        }
        await(Coroutines.yieldNow());
        for (int i = 0; i < count; i++) {
            operands.get(i).complete(i & 7);
        }
        return Coroutine.of(sum(await(Coroutines.gather(tasks))));
    }

    @Async
    private Coroutine<Integer> one(List<Deferred<Integer>> operands) {
        Deferred<Integer> operand = new Deferred<>(loop);
        operands.add(operand);
        return Coroutine.of(await(operand));
    }

    private static long sum(List<Integer> values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    public long yields(int tasks, int rounds) {
        return loop.runUntilComplete(gatherYielding(tasks, rounds));
    }

    @Async
    private Coroutine<Long> gatherYielding(int count, int rounds) {
        List<Task<Integer>> tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tasks.add(loop.createTask(giveWay(rounds)));
        }
        return Coroutine.of(sum(await(Coroutines.gather(tasks))));
    }

    @Async
    private static Coroutine<Integer> giveWay(int rounds) {
        for (int i = 0; i < rounds; i++) {
            await(Coroutines.yieldNow());
        }
        return Coroutine.of(rounds);
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.allOf(Source.class);
    }

    @Override
    public long iterate(Source source, int iterations, int elements) {
        return new GeneratedElements(loop).iterate(source, iterations, elements);
    }

    @Override
    public Suspended live(int calls) {
        return LiveCoroutines.start(loop, calls);
    }

    @Override
    public long sleeps(int calls, int shortest, int longest) {
        return loop.runUntilComplete(gatherSleeping(calls, shortest, longest));
    }

    @Async
    private Coroutine<Long> gatherSleeping(int count, int shortest, int longest) {
        List<Task<Integer>> tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tasks.add(loop.createTask(sleep(i & 7, shortest + i % (longest - shortest))));
        }
        return Coroutine.of(sum(await(Coroutines.gather(tasks))));
    }

    @Async
    private static Coroutine<Integer> sleep(int value, int millis) {
        await(Coroutines.sleep(Duration.ofMillis(millis)));
        return Coroutine.of(value);
    }

    @Override
    public long roundTrips(int calls, int times) {
        try (LoopGroup two = new LoopGroup(2)) {
            return Coroutines.runCoroutineThreadsafe(gatherTravelling(calls, times, two.loops().get(1)), two.loops().get(0)).join();
        }
    }

    @Async
    private static Coroutine<Long> gatherTravelling(int count, int times, EventLoop there) {
        List<Task<Integer>> tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tasks.add(Coroutines.createTask(travel(times, there)));
        }
        return Coroutine.of(sum(await(Coroutines.gather(tasks))));
    }

    @Async
    private static Coroutine<Integer> travel(int times, EventLoop there) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            int value = i & 7;
            sum += await(there.call(() -> Coroutine.of(value)));
        }
        return Coroutine.of(sum);
    }

    @Override
    public void close() {
        loop.close();
    }

    @Override
    public long hostedHops(ScheduledExecutorService executor, int times) {
        return Coroutines.runCoroutineThreadsafe(hop(executor, times), EventLoop.hosted(LoopHost.of(executor))).join();
    }

    @Async
    private static Coroutine<Long> hop(ScheduledExecutorService executor, int times) {
        long hops = 0;
        for (; hops < times; hops++) {
            Deferred<Void> event = new Deferred<>();
            executor.execute(() -> event.complete(null));
            await(event);
        }
        return Coroutine.of(hops);
    }

    @Override
    public Runnable yieldOnSwing(int tasks) {
        AtomicBoolean ended = new AtomicBoolean();
        EventLoop swing = EventLoop.hosted(LoopHost.swing());
        swing.execute(() -> {
            for (int i = 0; i < tasks; i++) {
                swing.createTask(giveWayUntil(ended));
            }
        });
        return () -> ended.set(true);
    }

    @Async
    private static Coroutine<Void> giveWayUntil(AtomicBoolean ended) {
        while (!ended.get()) {
            await(Coroutines.yieldNow());
        }
        return Coroutine.done();
    }

    @Override
    public long explored(int schedules, long seed) {
        return ExploredTest.explored(schedules, seed);
    }

    @Override
    public Synchronisation synchronisation() {
        return new Synchronised(loop);
    }

    @Override
    public Object waitingStrands(int count) {
        List<CompletableFuture<Integer>> operands = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            CompletableFuture<Integer> operand = new CompletableFuture<>();
            EventLoop strand = EventLoop.on(Runnable::run);
            strand.execute(() -> strand.createTask(plusOne(operand)));
            operands.add(operand);
        }
        return operands;
    }

    @Async
    private static Coroutine<Integer> plusOne(CompletableFuture<Integer> operand) {
        return Coroutine.of(await(operand) + 1);
    }

    @Override
    public long strandHops(Executor threads, int strands, int times) {
        List<CompletableFuture<Integer>> counted = new ArrayList<>(strands);
        for (int i = 0; i < strands; i++) {
            counted.add(Coroutines.runCoroutineThreadsafe(countTogether(times), EventLoop.on(threads)));
        }
        long sum = 0;
        for (CompletableFuture<Integer> each : counted) {
            sum += each.join();
        }
        return sum;
    }

    @Async
    private static Coroutine<Integer> countTogether(int times) {
        int[] counter = {0};
        Task<Void> one = Coroutines.createTask(count(counter, times));
        Task<Void> other = Coroutines.createTask(count(counter, times));
        await(one);
        await(other);
        return Coroutine.of(counter[0]);
    }

    @Async
    private static Coroutine<Void> count(int[] counter, int times) {
        for (int i = 0; i < times; i++) {
            counter[0]++;
            await(Coroutines.yieldNow());
        }
        return Coroutine.done();
    }
}
