package org.asyncjava.benchmarks.tascalate;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static net.tascalate.async.CallContext.async;
import static net.tascalate.async.CallContext.await;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.tascalate.async.async;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.FutureLoop;
import org.asyncjava.benchmarks.SharedCalls;
import org.asyncjava.benchmarks.Workload;

/**
 * Tascalate async-await: methods marked {@code @async} become objects that run on continuations of Tascalate JavaFlow. It has
 * schedulers but no timer, so {@link FutureLoop} does what has to wait; without a scheduler a method goes on in the thread that
 * completes its operand, as the others do here. Awaiting one call after the other gathers them.
 *
 * <p>Calls nest a few hundred deep in a usual stack, suspended ones less deep than others. Below that a call fails with a
 * {@link StackOverflowError}, or, if the overflow comes while it is resumed, it never ends; hence the check in {@link #suspend} and
 * {@link #nestedSuspend}. The newest tool whose parts Maven could resolve is older than the run-time library and enhances the class all
 * the same; its own choice of ASM cannot look up the classes of JDK 25, for which the build gives it a newer one.
 */
public final class Tascalate implements Contender, SharedCalls {
    private static final List<CompletableFuture<Integer>> DONE = new ArrayList<>();

    static {
        for (int i = 0; i < 8; i++) {
            DONE.add(completedFuture(i));
        }
    }

    private CompletableFuture<Integer> published;

    @Override
    public String name() {
        return "tascalate";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    @Override
    public long completed(int awaits) {
        return awaitingDone(awaits).join();
    }

    @async
    private static CompletableFuture<Long> awaitingDone(int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            sum += await(DONE.get(i & 7));
        }
        return async(sum);
    }

    @Override
    public long nested(int depth) {
        return nesting(depth).join();
    }

    @async
    private static CompletableFuture<Integer> nesting(int depth) {
        if (depth == 0) {
            return async(0);
        }
        return async(await(nesting(depth - 1)) + 1);
    }

    @Override
    public long suspend(int awaits) {
        return pumped(suspending(awaits));
    }

    @async
    private CompletableFuture<Long> suspending(int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            int value = await(publish());
            sum += value;
        }
        return async(sum);
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

    @async
    private CompletableFuture<Integer> nestedSuspending(int depth, int awaits) {
        if (depth == 0) {
            return async((int) (await(suspending(awaits)) & 7));
        }
        return async(await(nestedSuspending(depth - 1, awaits)) + 1);
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

    @async
    private static CompletableFuture<Integer> awaitingOne(List<CompletableFuture<Integer>> operands) {
        return async(await(publish(operands)));
    }

    private static CompletableFuture<Integer> publish(List<CompletableFuture<Integer>> operands) {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        operands.add(operand);
        return operand;
    }

    @async
    private static CompletableFuture<Long> gathered(List<CompletableFuture<Integer>> calls) {
        long sum = 0;
        for (CompletableFuture<Integer> call : calls) {
            sum += await(call);
        }
        return async(sum);
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

    @async
    private static CompletableFuture<Integer> givingWay(FutureLoop loop, int rounds) {
        for (int i = 0; i < rounds; i++) {
            await(loop.turn());
        }
        return async(rounds);
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

    @async
    private static CompletableFuture<Integer> holding(CompletableFuture<Integer> operand, int number, long twice, String left, String right) {
        int value = await(operand);
        return async(value + (int) (twice - number - number) + left.length() - right.length());
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

    @async
    private static CompletableFuture<Integer> sleeping(FutureLoop loop, int number, int millis) {
        await(loop.sleep(millis));
        return async(number & 7);
    }

    private static long runUntil(FutureLoop loop, CompletableFuture<Long> end) {
        loop.runUntil(end);
        return end.join();
    }

    @Override
    @async
    public CompletableFuture<Integer> plusOne(CompletableFuture<Integer> operand) {
        return async(await(operand) + 1);
    }
}
