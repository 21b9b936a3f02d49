package org.asyncjava.examples.scale;

import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;

/** The programs. */
final class Scenarios {
    static final List<Scenario> ALL = List.of(
            new Scenario("concurrent sleeps", 100_000, Scenarios::sleeps),
            new Scenario("suspended coroutines", 100_000, Scenarios::suspended),
            new Scenario("depth of an await chain", 1_000, Scenarios::chain),
            new Scenario("tasks in a group", 10_000, Scenarios::group),
            new Scenario("waiters of a queue", 1_000, Scenarios::queue));

    private Scenarios() {
    }

    @Async
    private static Coroutine<Integer> sleeps(int count) {
        List<Coroutine<Void>> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(sleep(Duration.ofMillis(1 + i % 100)));
        }
        return Coroutine.of(await(gather(all)).size());
    }

    @Async
    private static Coroutine<Integer> suspended(int count) {
        AsyncEvent event = new AsyncEvent();
        List<Task<Integer>> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(createTask(waitFor(event)));
        }
        await(yieldNow());
        event.set();
        int sum = 0;
        for (Task<Integer> task : all) {
            sum += await(task);
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Integer> waitFor(AsyncEvent event) {
        await(event.whenSet());
        return Coroutine.of(1);
    }

    @Async
    private static Coroutine<Integer> chain(int depth) {
        if (depth == 1) {
            await(yieldNow());
            return Coroutine.of(1);
        }
        return Coroutine.of(await(chain(depth - 1)) + 1);
    }

    @Async
    private static Coroutine<Integer> group(int count) {
        int[] ended = new int[1];
        await(TaskGroup.open(group -> {
            for (int i = 0; i < count; i++) {
                group.createTask(counting(ended));
            }
            await(yieldNow());
            return Coroutine.done();
        }));
        return Coroutine.of(ended[0]);
    }

    @Async
    private static Coroutine<Void> counting(int[] ended) {
        await(yieldNow());
        ended[0]++;
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Integer> queue(int count) {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        List<Task<Integer>> takers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            takers.add(createTask(queue.take()));
        }
        await(yieldNow());
        for (int i = 0; i < count; i++) {
            queue.putNow(1);
        }
        int sum = 0;
        for (Task<Integer> taker : takers) {
            sum += await(taker);
        }
        return Coroutine.of(sum);
    }
}
