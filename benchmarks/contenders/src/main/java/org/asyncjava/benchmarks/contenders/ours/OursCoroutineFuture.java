package org.asyncjava.benchmarks.contenders.ours;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.asyncjava.benchmarks.Contender;
import org.asyncjava.benchmarks.Workload;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;

/** This library's coroutines and tasks where the operands come from elsewhere: they are the JDK's {@code CompletableFuture}s. */
public final class OursCoroutineFuture implements Contender {
    private final EventLoop loop = new EventLoop();
    @SuppressWarnings({"unchecked", "rawtypes"})
    private final CompletableFuture<Integer>[] done = new CompletableFuture[8];
    private CompletableFuture<Integer> published;

    /** A contender with a loop of its own. */
    public OursCoroutineFuture() {
        for (int i = 0; i < done.length; i++) {
            done[i] = CompletableFuture.completedFuture(i);
        }
    }

    @Override
    public String name() {
        return "ours-coroutine-future";
    }

    @Override
    public Set<Workload> workloads() {
        return EnumSet.of(Workload.COMPLETED, Workload.SUSPEND, Workload.NESTED_SUSPEND, Workload.FAN_OUT);
    }

    @Override
    public long completed(int awaits) {
        return loop.runUntilComplete(sumOfDone(done, awaits));
    }

    @Async
    private static Coroutine<Long> sumOfDone(CompletableFuture<Integer>[] operands, int awaits) {
        long sum = 0;
        for (int i = 0; i < awaits; i++) {
            sum += await(operands[i & 7]);
        }
        return Coroutine.of(sum);
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
            published = new CompletableFuture<>();
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
        List<CompletableFuture<Integer>> operands = new ArrayList<>(count);
        List<Task<Integer>> tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tasks.add(loop.createTask(one(operands)));
        }
        await(Coroutines.yieldNow());
        for (int i = 0; i < count; i++) {
            operands.get(i).complete(i & 7);
        }
        long sum = 0;
        for (int value : await(Coroutines.gather(tasks))) {
            sum += value;
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Integer> one(List<CompletableFuture<Integer>> operands) {
        CompletableFuture<Integer> operand = new CompletableFuture<>();
        operands.add(operand);
        return Coroutine.of(await(operand));
    }

    @Override
    public long nested(int depth) {
        throw new UnsupportedOperationException("awaits no futures: see ours-coroutine");
    }

    @Override
    public long yields(int tasks, int rounds) {
        throw new UnsupportedOperationException("awaits no futures: see ours-coroutine");
    }

    @Override
    public Suspended live(int calls) {
        throw new UnsupportedOperationException("see ours-coroutine");
    }

    @Override
    public long sleeps(int calls, int shortest, int longest) {
        throw new UnsupportedOperationException("awaits no futures: see ours-coroutine");
    }

    @Override
    public void close() {
        loop.close();
    }
}
