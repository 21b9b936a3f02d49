package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.VirtualTime.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** A group that ends early without a failure. */
class TaskGroupCancelTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final List<String> log = new ArrayList<>();

    @Async
    private Coroutine<Void> sleeper(String name) {
        try {
            await(sleep(LONG));
        } finally {
            log.add(name + " ends");
        }
        return Coroutine.done();
    }

    @Test
    void aTaskOfTheGroupEndsAllOfIt() {
        Object result = run(TaskGroup.open(g -> {
            g.createTask(sleeper("first"));
            g.createTask(() -> {
                await(yieldNow());
                g.cancel();
                log.add("goal is met");
                return Coroutine.done();
            });
            try {
                await(sleep(LONG));
            } finally {
                log.add("code ends");
            }
            return Coroutine.of("not reached");
        }));
        assertThat(result).isNull();
        assertThat(log).containsExactly("goal is met", "first ends", "code ends");
    }

    @Test
    void theCodeEndsItAndResultsInAValue() {
        String result = run(TaskGroup.open(g -> {
            g.createTask(sleeper("task"));
            await(yieldNow());
            g.cancel();
            return Coroutine.of("result");
        }));
        assertThat(result).isEqualTo("result");
        assertThat(log).containsExactly("task ends");
    }

    @Test
    void theCodeThatEndsItIsBrokenOffAtItsNextAwait() {
        String result = run(TaskGroup.open(g -> {
            g.cancel();
            log.add("goes on");
            await(sleep(LONG));
            return Coroutine.of("not reached");
        }));
        assertThat(result).isNull();
        assertThat(log).containsExactly("goes on");
    }

    @Test
    void oneThatWaitsForItsTasksIsEndedFromOutside() {
        List<TaskGroup> groups = new ArrayList<>();
        String result = run(TaskGroup.open(outer -> {
            Task<String> inner = outer.createTask(TaskGroup.open(g -> {
                groups.add(g);
                g.createTask(sleeper("task"));
                return Coroutine.of("result");
            }));
            await(sleep(Duration.ofSeconds(1)));
            groups.get(0).cancel();
            return Coroutine.of(await(inner));
        }));
        assertThat(result).isEqualTo("result");
        assertThat(groups.get(0)).hasToString("<TaskGroup closed>");
        assertThat(log).containsExactly("task ends");
    }

    @Test
    void theOwnerIsNotCancelledAfterwards() {
        run(owner());
        assertThat(log).containsExactly("after the group, requests: 0");
    }

    @Async
    private Coroutine<Void> owner() {
        await(TaskGroup.open(g -> {
            g.cancel();
            await(sleep(LONG));
            return Coroutine.done();
        }));
        await(sleep(Duration.ofSeconds(1)));
        log.add("after the group, requests: " + Coroutines.currentTask().orElseThrow().cancelling());
        return Coroutine.done();
    }

    @Test
    void whatFailsOnTheWayToTheEndIsThrown() {
        IllegalStateException failure = new IllegalStateException("while cleaning up");
        assertThatThrownBy(() -> run(TaskGroup.open(g -> {
            g.createTask(() -> {
                try {
                    await(sleep(LONG));
                } catch (CancellationException cancelled) {
                    throw failure;
                }
                return Coroutine.done();
            });
            await(yieldNow());
            g.cancel();
            return Coroutine.done();
        }))).isInstanceOfSatisfying(ExceptionGroup.class, group -> assertThat(group.exceptions()).containsExactly(failure));
    }

    @Test
    void aRequestOfSomebodyElseIsNotHidden() {
        run(TaskGroup.open(outer -> {
            List<TaskGroup> groups = new ArrayList<>();
            Task<Object> task = createTask(TaskGroup.open(g -> {
                groups.add(g);
                g.createTask(sleeper("task"));
                await(sleep(LONG));
                return Coroutine.of("not reached");
            }));
            await(yieldNow());
            await(yieldNow());
            groups.get(0).cancel();
            task.cancel();
            while (!task.isDone()) {
                await(yieldNow());
            }
            assertThat(task.isCancelled()).isTrue();
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("task ends");
    }

    @Test
    void noTaskIsMadeInItAnyMore() {
        run(TaskGroup.open(g -> {
            g.cancel();
            g.cancel();
            assertThat(g).hasToString("<TaskGroup cancelling>");
            assertThatThrownBy(() -> g.createTask(Coroutine.done())).isInstanceOf(IllegalStateException.class)
                    .hasMessage("TaskGroup <TaskGroup cancelling> is shutting down");
            return Coroutine.done();
        }));
    }

    @Test
    void aSupervisingGroupEndsEarlyToo() {
        assertThat(run(TaskGroup.supervise(g -> {
            g.createTask(sleeper("task"));
            await(yieldNow());
            g.cancel();
            return Coroutine.of(1);
        })).intValue()).isEqualTo(1);
        assertThat(log).containsExactly("task ends");
    }

    @Test
    void inAMethodThatReturnsAFutureOnlyTheGroupEnds() {
        run(TaskGroup.open(g -> Coroutine.of(await(hot()))));
        assertThat(log).containsExactly("task ends", "method goes on");
    }

    @Async
    private CompletableFuture<String> hot() {
        await(TaskGroup.open(g -> {
            g.createTask(sleeper("task"));
            await(yieldNow());
            g.cancel();
            await(sleep(LONG));
            return Coroutine.done();
        }));
        await(sleep(Duration.ofSeconds(1)));
        log.add("method goes on");
        return CompletableFuture.completedFuture("done");
    }
}
