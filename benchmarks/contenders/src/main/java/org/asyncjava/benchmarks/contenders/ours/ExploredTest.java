package org.asyncjava.benchmarks.contenders.ours;

import static org.asyncjava.Await.await;

import org.asyncjava.Async;
import org.asyncjava.benchmarks.Schedules;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.TaskGroup;
import org.asyncjava.runtime.TestLoop;

/** A test of ten tasks that runs in many orders. */
final class ExploredTest {
    private long changes;

    static long explored(int schedules, long seed) {
        ExploredTest test = new ExploredTest();
        TestLoop.explore(schedules, seed, loop -> test.run());
        return test.changes;
    }

    @Async
    private Coroutine<Void> run() {
        AsyncLock lock = new AsyncLock();
        await(TaskGroup.open(group -> {
            for (int i = 0; i < Schedules.TASKS; i++) {
                group.createTask(changeTwice(lock));
            }
            return Coroutine.done();
        }));
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> changeTwice(AsyncLock lock) {
        for (int i = 0; i < 2; i++) {
            try (var held = await(lock.hold())) {
                long before = changes;
                await(Coroutines.yieldNow());
                changes = before + 1;
            }
        }
        return Coroutine.done();
    }
}
