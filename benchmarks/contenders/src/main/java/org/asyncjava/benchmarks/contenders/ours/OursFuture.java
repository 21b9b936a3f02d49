package org.asyncjava.benchmarks.contenders.ours;

import static org.asyncjava.Await.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.DistinctOperands;
import org.asyncjava.benchmarks.Scopes;
import org.asyncjava.benchmarks.SharedCalls;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;

/**
 * This library's methods that return {@code CompletableFuture}, without a dispatcher: they go on where their operand completes. Only those
 * that give way or sleep run on an event loop.
 */
public final class OursFuture implements Contender, DistinctOperands, SharedCalls, Scopes {
    private static final Duration DAY = Duration.ofDays(1);

    private final EventLoop loop = new EventLoop();
    @SuppressWarnings({"unchecked", "rawtypes"})
    private final CompletableFuture<Integer>[] done = new CompletableFuture[8];
    private List<CompletableFuture<Integer>> distinct;
    private CompletableFuture<Integer> published;

    /** A contender with a loop of its own. */
    public OursFuture() {
        for (int i = 0; i < done.length; i++) {
            done[i] = CompletableFuture.completedFuture(i);
        }
    }

    @Override
    public String name() {
        return "ours-future";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.allOf(Workload.class);
    }

    @Override
    public long completed(int awaits) {
        return sumOfDone(done, awaits).join();
    }

    @Async
    private static CompletableFuture<Long> sumOfDone(CompletableFuture<Integer>[] operands, int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            sum += await(operands[i & 7]);
        }
        return CompletableFuture.completedFuture(sum);
    }

    @Override
    public long distinct() {
        if (distinct == null) {
            distinct = new ArrayList<>();
            for (int i = 0; i < OPERANDS; i++) {
                distinct.add(CompletableFuture.completedFuture(i & 7));
            }
        }
        return sumOf(distinct).join();
    }

    @Async
    private static CompletableFuture<Long> sumOf(List<CompletableFuture<Integer>> operands) {
        long sum = 0;
        for (int i = 0; i < operands.size(); i++) {
            sum += await(operands.get(i));
        }
        return CompletableFuture.completedFuture(sum);
    }

    @Override
    public long nested(int depth) {
        return nest(depth).join();
    }

    @Async
    private static CompletableFuture<Integer> nest(int depth) {
        return CompletableFuture.completedFuture(depth == 0 ? 0 : await(nest(depth - 1)) + 1);
    }

    @Override
    public long suspend(int awaits) {
        return pumped(sumOfPublished(awaits));
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

    @Async
    private CompletableFuture<Long> sumOfPublished(int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            published = new CompletableFuture<>();
            sum += await(published);
        }
        return CompletableFuture.completedFuture(sum);
    }

    @Async
    private CompletableFuture<Integer> nestAbove(int depth, int awaits) {
        if (depth == 0) {
            return CompletableFuture.completedFuture((int) (await(sumOfPublished(awaits)) & 7));
        }
        return CompletableFuture.completedFuture(await(nestAbove(depth - 1, awaits)) + 1);
    }

    @Override
    public long fanOut(int count) {
        List<CompletableFuture<Integer>> operands = new ArrayList<>(count);
        List<CompletableFuture<Integer>> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            calls.add(one(operands));
        }
        for (int i = 0; i < count; i++) {
            operands.get(i).complete(i & 7);
        }
        return sum(calls).join();
    }

    @Async
    private static CompletableFuture<Integer> one(List<CompletableFuture<Integer>> operands) {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        operands.add(operand);
        return CompletableFuture.completedFuture(await(operand));
    }

    @Async
    static CompletableFuture<Long> sum(List<CompletableFuture<Integer>> calls) {
        long sum = 0;
        for (CompletableFuture<Integer> call : calls) {
            sum += await(call);
        }
        return CompletableFuture.completedFuture(sum);
    }

    @Override
    public long yields(int tasks, int rounds) {
        return loop.runUntilComplete(gatherYielding(tasks, rounds));
    }

    @Async
    private static Coroutine<Long> gatherYielding(int count, int rounds) {
        List<CompletableFuture<Integer>> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            calls.add(giveWay(rounds));
        }
        return Coroutine.of(await(sum(calls)));
    }

    @Async
    private static CompletableFuture<Integer> giveWay(int rounds) {
        for (int i = 0; i < rounds; i++) {
            await(Coroutines.yieldNow());
        }
        return CompletableFuture.completedFuture(rounds);
    }

    @Override
    public Suspended live(int calls) {
        return new LiveFutures(calls);
    }

    @Override
    public long sleeps(int calls, int shortest, int longest) {
        return loop.runUntilComplete(gatherSleeping(calls, shortest, longest));
    }

    @Async
    private static Coroutine<Long> gatherSleeping(int count, int shortest, int longest) {
        List<CompletableFuture<Integer>> calls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            calls.add(sleep(i & 7, shortest + i % (longest - shortest)));
        }
        return Coroutine.of(await(sum(calls)));
    }

    @Async
    private static CompletableFuture<Integer> sleep(int value, int millis) {
        await(Coroutines.sleep(Duration.ofMillis(millis)));
        return CompletableFuture.completedFuture(value);
    }

    @Async
    @Override
    public CompletableFuture<Integer> plusOne(CompletableFuture<Integer> operand) {
        return CompletableFuture.completedFuture(await(operand) + 1);
    }

    @Override
    public void close() {
        loop.close();
    }

    @Override
    @Async
    public CompletableFuture<Integer> gathered(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        List<Integer> both = await(Coroutines.gather(a, b));
        return CompletableFuture.completedFuture(both.get(0) + both.get(1));
    }

    @Override
    @Async
    public CompletableFuture<Integer> limited(CompletableFuture<Integer> a) {
        return CompletableFuture.completedFuture(await(Coroutines.waitFor(a, DAY)));
    }

    @Override
    @Async
    public CompletableFuture<Integer> grouped(CompletableFuture<Integer> a, CompletableFuture<Integer> b) {
        return CompletableFuture.completedFuture(await(TaskGroup.open(group -> {
            Task<Integer> ofA = group.createTask(value(a));
            Task<Integer> ofB = group.createTask(value(b));
            return Coroutine.of(await(ofA) + await(ofB));
        })));
    }

    @Override
    @Async
    public CompletableFuture<Integer> mapped(List<CompletableFuture<Integer>> operands) {
        int sum = 0;
        for (int value : await(Coroutines.mapConcurrently(operands, operands.size(), OursFuture::value))) {
            sum += value;
        }
        return CompletableFuture.completedFuture(sum);
    }

    @Async
    private static Coroutine<Integer> value(CompletableFuture<Integer> operand) {
        return Coroutine.of(await(operand));
    }
}
