package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.allTasks;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.asyncjava.Async;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskOptions;
import org.junit.jupiter.api.Test;

/** What asyncio calls eager. */
class StartAtOnceTest {
    private static final TaskOptions AT_ONCE = TaskOptions.DEFAULT.startingAtOnce();

    private final List<Object> log = new ArrayList<>();

    @Async
    private Coroutine<String> speaking(String name) {
        log.add(name + " begins as " + currentTask().orElseThrow().name());
        await(yieldNow());
        log.add(name + " ends");
        return Coroutine.of(name);
    }

    @Async
    private Coroutine<Integer> immediate() {
        log.add("immediate");
        return Coroutine.of(42);
    }

    @Test
    void runsToItsFirstSuspensionWhileItIsMade() {
        Virtual.run(() -> {
            Task<String> task = createTask(speaking("child"), TaskOptions.named("eager").startingAtOnce());
            log.add("maker goes on as " + currentTask().orElseThrow().name());
            log.add(await(task));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("child begins as eager", "maker goes on as Task-1", "child ends", "child");
    }

    @Test
    void oneThatNeverSuspendsHasEndedWhenItsMakerGoesOn() {
        Virtual.run(() -> {
            Task<Integer> task = createTask(immediate(), AT_ONCE);
            log.add(task.result());
            log.add(allTasks().size());
            log.add(task.cancel());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("immediate", 42, 1, false);
    }

    @Test
    void aFailureIsTheTasksNotItsMakers() {
        Virtual.run(() -> {
            Task<Void> task = createTask(failing(), AT_ONCE);
            log.add(task.exception().getMessage());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("at once");
    }

    @Async
    private static Coroutine<Void> failing() {
        throw new IllegalArgumentException("at once");
    }

    /** The maker is not the current task at that moment, and runs all the same. */
    @Test
    void itMayCancelItsMakerWhichHearsOfItAtItsNextAwait() {
        Virtual.run(() -> {
            Task<Void> maker = createTask(cancelledByItsChild());
            await(Virtual.failureOf(() -> Coroutine.of(await(maker))));
            log.add(maker.isCancelled());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("value", "goes on", "cancelled", true);
    }

    @Async
    private Coroutine<Void> cancelledByItsChild() {
        log.add(await(sleep(Actors.millis(1), "value")));
        createTask(cancelling(currentTask().orElseThrow()), AT_ONCE);
        log.add("goes on");
        try {
            await(sleep(Actors.millis(1000)));
        } catch (CancellationException e) {
            log.add("cancelled");
            throw e;
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> cancelling(Task<?> task) {
        task.cancel();
        return Coroutine.done();
    }

    @Test
    void startsThatAreNestedDeeplyNeedNoMoreStack() {
        assertThat(run(nested(100_000))).isEqualTo(100_000);
    }

    @Async
    private static Coroutine<Integer> nested(int levels) {
        if (levels == 0) {
            return Coroutine.of(0);
        }
        return Coroutine.of(await(createTask(nested(levels - 1), AT_ONCE)) + 1);
    }

    @Test
    void whileTheLoopDoesNotRunItStartsWithTheLoop() {
        try (EventLoop loop = new EventLoop()) {
            Task<Integer> task = loop.createTask(immediate(), AT_ONCE);
            assertThat(task.isDone()).isFalse();
            assertThat(loop.<Integer>runUntilComplete(task)).isEqualTo(42);
        }
    }
}
