package org.asyncjava.benchmarks.eaasync;

import static com.ea.async.Async.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.DistinctOperands;
import org.asyncjava.benchmarks.SharedCalls;
import org.asyncjava.benchmarks.FutureLoop;
import org.asyncjava.benchmarks.Workload;

/**
 * EA Async: methods that return {@link CompletableFuture}s and await such. It brings neither loop nor timer, so {@link FutureLoop}
 * is taken for both. Awaiting one call after the other gathers them.
 *
 * <p>Each resumption returns a further future, linked to the one before, and all of them are kept until the method has ended. So what a
 * loop with awaits holds grows with every suspension: {@link #suspend} with 10,000,000 awaits ends in an {@link OutOfMemoryError}
 * unless it gets some gigabytes. Its tool reads class files up to Java 8 only, so this is compiled for that.
 */
public final class EaAsync implements Contender, DistinctOperands, SharedCalls {
    private static final List<CompletableFuture<Integer>> DONE = new ArrayList<>();

    static {
        for (int i = 0; i < 8; i++) {
            DONE.add(completedFuture(i));
        }
    }

    private List<CompletableFuture<Integer>> distinct;
    private CompletableFuture<Integer> published;

    @Override
    public String name() {
        return "ea-async";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    @Override
    public long completed(int awaits) {
        return awaitingDone(awaits).join();
    }

    private static CompletableFuture<Long> awaitingDone(int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            sum += await(DONE.get(i & 7));
        }
        return completedFuture(sum);
    }

    @Override
    public long distinct() {
        if (distinct == null) {
            distinct = new ArrayList<>();
            for (int i = 0; i < OPERANDS; i++) {
                distinct.add(completedFuture(i & 7));
            }
        }
        return sumOf(distinct).join();
    }

    private static CompletableFuture<Long> sumOf(List<CompletableFuture<Integer>> operands) {
        long sum = 0;
        for (int i = 0; i < operands.size(); i++) {
            sum += await(operands.get(i));
        }
        return completedFuture(sum);
    }

    @Override
    public long nested(int depth) {
        return nesting(depth).join();
    }

    private static CompletableFuture<Integer> nesting(int depth) {
        if (depth == 0) {
            return completedFuture(0);
        }
        return completedFuture(await(nesting(depth - 1)) + 1);
    }

    @Override
    public long suspend(int awaits) {
        return pumped(suspending(awaits));
    }

    private CompletableFuture<Long> suspending(int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            int value = await(publish());
            sum += value;
        }
        return completedFuture(sum);
    }

    private CompletableFuture<Integer> publish() {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        published = operand;
        return operand;
    }

    @Override
    public long nestedSuspend(int depth, int awaits) {
        return pumped(nestedSuspending(depth, awaits));
    }

    private CompletableFuture<Integer> nestedSuspending(int depth, int awaits) {
        if (depth == 0) {
            return completedFuture((int) (await(suspending(awaits)) & 7));
        }
        return completedFuture(await(nestedSuspending(depth - 1, awaits)) + 1);
    }

    /** Completes what a call publishes, whenever it waits. */
    private long pumped(CompletableFuture<? extends Number> call) {
        for (int i = 0; !call.isDone(); i++) {
            if (!published.complete(i & 7)) {
                throw new IllegalStateException("the call waits for an operand that it has not published");
            }
        }
        return call.join().longValue();
    }

    @Override
    public long fanOut(int tasks) {
        List<CompletableFuture<Integer>> operands = new ArrayList<>(tasks);
        List<CompletableFuture<Integer>> calls = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            calls.add(awaitingOne(operands));
        }
        for (int i = 0; i < tasks; i++) {
            operands.get(i).complete(i & 7);
        }
        return gathered(calls).join();
    }

    private static CompletableFuture<Integer> awaitingOne(List<CompletableFuture<Integer>> operands) {
        return completedFuture(await(publish(operands)));
    }

    private static CompletableFuture<Integer> publish(List<CompletableFuture<Integer>> operands) {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        operands.add(operand);
        return operand;
    }

    private static CompletableFuture<Long> gathered(List<CompletableFuture<Integer>> calls) {
        long sum = 0;
        for (CompletableFuture<Integer> call : calls) {
            sum += await(call);
        }
        return completedFuture(sum);
    }

    @Override
    public long yields(int tasks, int rounds) {
        FutureLoop loop = new FutureLoop();
        List<CompletableFuture<Integer>> calls = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            calls.add(givingWay(loop, rounds));
        }
        return runUntil(loop, gathered(calls));
    }

    private static CompletableFuture<Integer> givingWay(FutureLoop loop, int rounds) {
        for (int i = 0; i < rounds; i++) {
            await(loop.turn());
        }
        return completedFuture(rounds);
    }

    @Override
    public Suspended live(int count) {
        List<CompletableFuture<Integer>> operands = new ArrayList<>(count);
        List<CompletableFuture<Integer>> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            CompletableFuture<Integer> operand = new CompletableFuture<>();
            operands.add(operand);
            calls.add(holding(operand, i, 2L * i, "left", "rest"));
        }
        return () -> {
            for (int i = 0; i < count; i++) {
                operands.get(i).complete(i & 7);
            }
            return gathered(calls).join();
        };
    }

    private static CompletableFuture<Integer> holding(CompletableFuture<Integer> operand, int number, long twice, String left, String right) {
        int value = await(operand);
        return completedFuture(value + (int) (twice - number - number) + left.length() - right.length());
    }

    @Override
    public long sleeps(int count, int shortest, int longest) {
        FutureLoop loop = new FutureLoop();
        List<CompletableFuture<Integer>> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            calls.add(sleeping(loop, i, shortest + i % (longest - shortest)));
        }
        return runUntil(loop, gathered(calls));
    }

    private static CompletableFuture<Integer> sleeping(FutureLoop loop, int number, int millis) {
        await(loop.sleep(millis));
        return completedFuture(number & 7);
    }

    private static long runUntil(FutureLoop loop, CompletableFuture<Long> end) {
        loop.runUntil(end);
        return end.join();
    }

    @Override
    public CompletableFuture<Integer> plusOne(CompletableFuture<Integer> operand) {
        return completedFuture(await(operand) + 1);
    }
}
