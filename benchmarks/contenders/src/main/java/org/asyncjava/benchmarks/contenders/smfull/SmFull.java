package org.asyncjava.benchmarks.contenders.smfull;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.DistinctOperands;
import org.asyncjava.benchmarks.SharedCalls;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.contenders.loop.SharedLoop;

/** The machines of this package: what features like those of this library's methods that return futures cost at least. */
public final class SmFull implements Contender, DistinctOperands, SharedCalls {
    private final SharedLoop loop = new SharedLoop();
    private final CompletableFuture<Integer>[] done = futures(8);
    private List<CompletableFuture<Integer>> distinct;
    private CompletableFuture<Integer> published;

    /** A contender with a loop of its own. */
    public SmFull() {
        for (int i = 0; i < done.length; i++) {
            done[i] = CompletableFuture.completedFuture(i);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static CompletableFuture<Integer>[] futures(int count) {
        return new CompletableFuture[count];
    }

    @Override
    public String name() {
        return "sm-full";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    CompletableFuture<Integer> publish() {
        published = new CompletableFuture<>();
        return published;
    }

    @Override
    public long completed(int awaits) {
        return SumOfDone.call(done, awaits).join();
    }

    @Override
    public long distinct() {
        if (distinct == null) {
            distinct = IntStream.range(0, OPERANDS).mapToObj(i -> CompletableFuture.completedFuture(i & 7)).toList();
        }
        return SumOf.call(distinct).join();
    }

    @Override
    public long nested(int depth) {
        return Nested.call(depth).join();
    }

    @Override
    public long suspend(int awaits) {
        return pumped(SumOfPublished.call(this, awaits));
    }

    @Override
    public long nestedSuspend(int depth, int awaits) {
        return pumped(Nested.call(this, depth, awaits));
    }

    private long pumped(CompletableFuture<? extends Number> call) {
        for (int i = 0; !call.isDone(); i++) {
            published.complete(i & 7);
        }
        return call.join().longValue();
    }

    @Override
    public long fanOut(int tasks) {
        CompletableFuture<Integer>[] operands = futures(tasks);
        CompletableFuture<Integer>[] calls = futures(tasks);
        for (int i = 0; i < tasks; i++) {
            calls[i] = One.call(operands, i);
        }
        for (int i = 0; i < tasks; i++) {
            operands[i].complete(i & 7);
        }
        return SumOfCalls.call(calls).join();
    }

    @Override
    public long yields(int tasks, int rounds) {
        return onLoop(tasks, i -> GiveWay.call(rounds));
    }

    @Override
    public long sleeps(int calls, int shortest, int longest) {
        return onLoop(calls, i -> Sleeping.call(i & 7, shortest + i % (longest - shortest)));
    }

    /** Starts calls with the loop as their dispatcher, and runs it until all have ended. */
    private long onLoop(int count, IntFunction<CompletableFuture<Integer>> call) {
        CompletableFuture<Long> sum = ThreadPlace.call(loop, () -> {
            CompletableFuture<Integer>[] calls = futures(count);
            for (int i = 0; i < count; i++) {
                calls[i] = call.apply(i);
            }
            return SumOfCalls.call(calls);
        });
        loop.runUntil(sum);
        return sum.join();
    }

    @Override
    public Suspended live(int calls) {
        return new Live(calls);
    }

    @Override
    public CompletableFuture<Integer> plusOne(CompletableFuture<Integer> operand) {
        return PlusOne.call(operand);
    }
}
