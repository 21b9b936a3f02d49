package org.asyncjava.benchmarks.contenders.chain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.RoundTrips;
import org.asyncjava.benchmarks.Scopes;
import org.asyncjava.benchmarks.SharedCalls;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.benchmarks.contenders.loop.SharedLoop;

/**
 * Chains of {@code thenCompose} and {@code thenApply}. Thread-safe, with failures; cancelling a stage does not reach what it waits for.
 *
 * <p>A loop whose operands, or whose length, are known before is a fold: with {@code thenCombine}, or with {@code thenRunAsync}, where all rounds
 * exist from the start. Where each operand is made only when the one before is done, a loop is a recursion through {@code thenCompose}: each step's
 * stage waits for the next one's and is kept until the last one ends; the JDK completes them without recursion. Where such a recursion finds
 * everything done it overflows a stack of 1 MB within 3,000 steps, so it would not do for {@link #completed}.
 */
public final class CfChain implements Contender, SharedCalls, RoundTrips, Scopes {
    private static final Runnable NOTHING = () -> { };

    private final SharedLoop loop = new SharedLoop();
    private final CompletableFuture<Integer>[] done = futures(8);
    private CompletableFuture<Integer> published;

    /** A contender with a loop of its own. */
    public CfChain() {
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
        return "cf-chain";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    @Override
    public long completed(int awaits) {
        return sumOfDone(awaits).join();
    }

    private CompletableFuture<Long> sumOfDone(int awaits) {
        CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
        for (int i = 0; i < awaits; i++) {
            sum = sum.thenCombine(done[i & 7], (total, value) -> total + value);
        }
        return sum;
    }

    @Override
    public long nested(int depth) {
        return nest(depth).join();
    }

    private static CompletableFuture<Integer> nest(int depth) {
        return depth == 0 ? CompletableFuture.completedFuture(0) : nest(depth - 1).thenApply(result -> result + 1);
    }

    @Override
    public long suspend(int awaits) {
        return pumped(sumOfPublished(0, awaits, 0));
    }

    @Override
    public long nestedSuspend(int depth, int awaits) {
        return pumped(nestAbove(depth, awaits));
    }

    private long pumped(CompletableFuture<? extends Number> call) {
        for (int i = 0; !call.isDone(); i++) {
            published.complete(i & 7);
        }
        return call.join().longValue();
    }

    private CompletableFuture<Long> sumOfPublished(int i, int awaits, long sum) {
        if (i == awaits) {
            return CompletableFuture.completedFuture(sum);
        }
        published = new CompletableFuture<>();
        return published.thenCompose(value -> sumOfPublished(i + 1, awaits, sum + value));
    }

    private CompletableFuture<Integer> nestAbove(int depth, int awaits) {
        return depth == 0 ? sumOfPublished(0, awaits, 0).thenApply(sum -> (int) (sum & 7))
                : nestAbove(depth - 1, awaits).thenApply(result -> result + 1);
    }

    @Override
    public long fanOut(int count) {
        CompletableFuture<Integer>[] operands = futures(count);
        CompletableFuture<Integer>[] calls = futures(count);
        for (int i = 0; i < count; i++) {
            operands[i] = new CompletableFuture<>();
            calls[i] = operands[i].thenApply(value -> value);
        }
        for (int i = 0; i < count; i++) {
            operands[i].complete(i & 7);
        }
        return sum(calls);
    }

    /** All are done: {@code allOf} would be a stage more for each. */
    private static long sum(CompletableFuture<Integer>[] calls) {
        long sum = 0;
        for (CompletableFuture<Integer> call : calls) {
            sum += call.join();
        }
        return sum;
    }

    @Override
    public long yields(int tasks, int rounds) {
        return onLoop(tasks, i -> giveWay(rounds));
    }

    private CompletableFuture<Integer> giveWay(int rounds) {
        CompletableFuture<Void> turns = CompletableFuture.completedFuture(null);
        for (int i = 0; i < rounds; i++) {
            turns = turns.thenRunAsync(NOTHING, loop);
        }
        return turns.thenApply(nothing -> rounds);
    }

    @Override
    public long sleeps(int calls, int shortest, int longest) {
        return onLoop(calls, i -> sleep(i & 7, shortest + i % (longest - shortest)));
    }

    private CompletableFuture<Integer> sleep(int value, int millis) {
        return onLoopAfter(millis).thenApply(nothing -> value);
    }

    /** Neither {@code delayedExecutor} nor {@code completeOnTimeout}: the JDK's timer thread needs 200 bytes and more for each. */
    private CompletableFuture<Void> onLoopAfter(int millis) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        loop.executeAfter(millis, () -> over.complete(null));
        return over;
    }

    private long onLoop(int count, IntFunction<CompletableFuture<Integer>> call) {
        CompletableFuture<Integer>[] calls = futures(count);
        for (int i = 0; i < count; i++) {
            calls[i] = call.apply(i);
        }
        for (CompletableFuture<Integer> one : calls) {
            loop.runUntil(one);
        }
        return sum(calls);
    }

    @Override
    public Suspended live(int calls) {
        return new Live(calls);
    }

    /** Stages that wait. */
    private static final class Live implements Suspended {
        private final CompletableFuture<Integer>[] operands;
        private final CompletableFuture<Integer>[] calls;

        Live(int count) {
            operands = futures(count);
            calls = futures(count);
            for (int i = 0; i < count; i++) {
                operands[i] = new CompletableFuture<>();
                calls[i] = hold(operands[i], i, (long) i << 32, "held", operands);
            }
        }

        private static CompletableFuture<Integer> hold(
                CompletableFuture<Integer> operand, int number, long shifted, String text, Object[] array) {
            return operand.thenApply(value -> shifted >>> 32 == number && text.length() < array.length + 4 ? value : -1);
        }

        @Override
        public long finish() {
            for (int i = 0; i < operands.length; i++) {
                operands[i].complete(i & 7);
            }
            return sum(calls);
        }
    }

    @Override
    public long roundTrips(int calls, int times) {
        ExecutorService here = Executors.newSingleThreadExecutor();
        ExecutorService there = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Integer>[] travelling = futures(calls);
            for (int i = 0; i < calls; i++) {
                travelling[i] = travel(times, here, there);
            }
            CompletableFuture.allOf(travelling).join();
            return sum(travelling);
        } finally {
            here.shutdown();
            there.shutdown();
        }
    }

    private static CompletableFuture<Integer> travel(int times, Executor here, Executor there) {
        CompletableFuture<Integer> sum = CompletableFuture.completedFuture(0);
        for (int i = 0; i < times; i++) {
            int value = i & 7;
            sum = sum.thenCompose(total -> CompletableFuture.supplyAsync(() -> value, there).thenApplyAsync(result -> total + result, here));
        }
        return sum;
    }

    @Override
    public CompletableFuture<Integer> plusOne(CompletableFuture<Integer> operand) {
        return operand.thenApply(value -> value + 1);
    }

    @Override
    public CompletableFuture<Integer> gathered(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        return CompletableFuture.allOf(a, b).thenApply(both -> a.join() + b.join());
    }

    /** Passes the operand on, which is to fail for this call alone. */
    @Override
    public CompletableFuture<Integer> limited(CompletableFuture<Integer> a) {
        return a.thenApply(value -> value).orTimeout(1, TimeUnit.DAYS);
    }

    /** Whose calls are not cancelled when another one fails. */
    @Override
    public CompletableFuture<Integer> grouped(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        return gathered(a.thenApply(value -> value), b.thenApply(value -> value));
    }

    @Override
    public CompletableFuture<Integer> mapped(List<CompletableFuture<Integer>> operands) {
        List<CompletableFuture<Integer>> calls = operands.stream().map(operand -> operand.thenApply(value -> value)).toList();
        return CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0])).thenApply(all -> calls.stream().mapToInt(CompletableFuture::join).sum());
    }
}
