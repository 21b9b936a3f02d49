package org.asyncjava.benchmarks.contenders.ours;

import static org.asyncjava.Await.await;

import java.util.ArrayList;
import java.util.List;

import org.asyncjava.Async;
import org.asyncjava.benchmarks.Contender.Suspended;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;

/** Tasks that wait. */
final class LiveCoroutines implements Suspended {
    private final EventLoop loop;
    private final List<Deferred<Integer>> operands;
    private final List<Task<Integer>> tasks;

    private LiveCoroutines(EventLoop loop, int count) {
        this.loop = loop;
        operands = new ArrayList<>(count);
        tasks = new ArrayList<>(count);
    }

    static LiveCoroutines start(EventLoop loop, int count) {
        LiveCoroutines calls = new LiveCoroutines(loop, count);
        loop.runUntilComplete(calls.startAll(count));
        return calls;
    }

    @Async
    private Coroutine<Void> startAll(int count) {
        for (int i = 0; i < count; i++) {
            Deferred<Integer> operand = new Deferred<>(loop);
            operands.add(operand);
            tasks.add(loop.createTask(hold(operand, i, (long) i << 32, "held", operands)));
        }
        await(Coroutines.yieldNow());
        return Coroutine.of(null);
    }

    @Async
    private static Coroutine<Integer> hold(Deferred<Integer> operand, int number, long shifted, String text, List<?> list) {
        int value = await(operand);
        return Coroutine.of(shifted >>> 32 == number && text.length() < list.size() + 4 ? value : -1);
    }

    @Override
    public long finish() {
        return loop.runUntilComplete(finishAll());
    }

    @Async
    private Coroutine<Long> finishAll() {
        for (int i = 0; i < operands.size(); i++) {
            operands.get(i).complete(i & 7);
        }
        long sum = 0;
        for (Task<Integer> task : tasks) {
            sum += await(task);
        }
        return Coroutine.of(sum);
    }
}
