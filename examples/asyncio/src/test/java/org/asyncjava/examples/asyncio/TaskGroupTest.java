package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.ExceptionGroup;
import org.asyncjava.runtime.FailureContext;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.TaskGroup;
import org.asyncjava.runtime.TaskOptions;
import org.junit.jupiter.api.Test;

class TaskGroupTest { // HARD_CASES 69
    private final Actors actors = new Actors();
    private final List<Object> log = actors.log;

    private static int cancelling() {
        return currentTask().orElseThrow().cancelling();
    }

    private static List<String> messages(Throwable group) {
        return ((ExceptionGroup) group).exceptions().stream().map(Throwable::getMessage).toList();
    }

    @Test
    void theResultIsTheBodysAndAllTasksHaveEnded() {
        Virtual.run(() -> {
            List<Task<String>> tasks = new ArrayList<>();
            int result = await(TaskGroup.open(g -> {
                tasks.add(g.createTask(actors.ok("a", 30)));
                tasks.add(g.createTask(actors.ok("b", 10), "named"));
                return Coroutine.of(42);
            }));
            assertThat(result).isEqualTo(42);
            assertThat(tasks).allMatch(Task::isDone);
            assertThat(tasks.get(1).name()).isEqualTo("named");
            return Coroutine.done();
        });
        assertThat(log).containsExactly("b", "a");
    }

    @Test
    void theFirstFailureCancelsTheSiblingsAndTheBody() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> TaskGroup.open(g -> {
                g.createTask(actors.ok("a", 1000));
                g.createTask(actors.bad("b", 10));
                return actors.ok("body", 1000);
            })));
            assertThat(failure).isInstanceOf(ExceptionGroup.class).hasMessage("unhandled errors in a TaskGroup (1 sub-exception)");
            assertThat(messages(failure)).containsExactly("b");
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled", "body cancelled", 0);
    }

    @Test
    void failuresOfTheCleanUpAreInTheGroupToo() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> TaskGroup.open(g -> {
                g.createTask(actors.failsWhenCancelled("x"));
                g.createTask(actors.bad("b", 10));
                return Coroutine.done();
            })));
            assertThat(messages(failure)).containsExactly("b", "x");
            assertThat(failure.getCause()).hasMessage("b");
            assertThat(failure.getSuppressed()).extracting(Throwable::getMessage).containsExactly("x");
            return Coroutine.done();
        });
    }

    @Test
    void aFailureOfTheBodyCancelsTheTasksAndIsInTheGroup() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> TaskGroup.open(g -> {
                g.createTask(actors.ok("a", 1000));
                return actors.bad("body", 0);
            })));
            assertThat(messages(failure)).containsExactly("body");
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled");
    }

    @Test
    void tasksMayMakeTasksUntilTheGroupHasEnded() {
        Virtual.run(() -> {
            TaskGroup[] group = new TaskGroup[1];
            await(TaskGroup.open(g -> {
                group[0] = g;
                g.createTask(parent(g));
                return Coroutine.done();
            }));
            log.add("end");
            assertThatThrownBy(() -> group[0].createTask(actors.ok("x", 0))).isInstanceOf(IllegalStateException.class)
                    .hasMessage("TaskGroup <TaskGroup closed> is finished");
            return Coroutine.done();
        });
        assertThat(log).containsExactly("parent", "late", "end");
    }

    @Async
    private Coroutine<Void> parent(TaskGroup group) {
        await(sleep(millis(10)));
        group.createTask(actors.ok("late", 10));
        log.add("parent");
        return Coroutine.done();
    }

    @Test
    void aTaskThatIsCancelledAloneIsNoFailure() {
        Virtual.run(() -> {
            await(TaskGroup.open(g -> {
                Task<String> task = g.createTask(actors.ok("a", 1000));
                g.createTask(actors.ok("b", 10));
                await(yieldNow());
                task.cancel();
                return Coroutine.done();
            }));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled", "b");
    }

    @Test
    void cancellingTheOwnerCancelsTheTasksAndGoesOn() {
        Virtual.run(() -> {
            Task<Void> owner = createTask(TaskGroup.open(g -> {
                g.createTask(actors.ok("a", 1000));
                g.createTask(actors.ok("b", 1000));
                return Coroutine.done();
            }));
            await(sleep(millis(10)));
            owner.cancel("from outside");
            Throwable failure = await(Virtual.failureOf(() -> Coroutine.of(await(owner))));
            assertThat(failure).isInstanceOf(CancellationException.class).hasMessage("from outside");
            log.add(owner.cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled", "b cancelled", 1);
    }

    /** As of CPython 3.13: before, the request was lost. */
    @Test
    void whenFailuresHideACancellationOfTheOwnerItIsSeenAtTheNextAwait() {
        Virtual.run(() -> {
            Task<Void> owner = createTask(cancelledWithFailures());
            await(sleep(millis(10)));
            owner.cancel();
            await(Virtual.failureOf(() -> Coroutine.of(await(owner))));
            log.add(owner.isCancelled());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("k fails", List.of("k"), 1, "second", true);
    }

    @Async
    private Coroutine<Void> cancelledWithFailures() {
        try {
            await(TaskGroup.open(g -> {
                g.createTask(actors.failsWhenCancelled("k"));
                return Coroutine.done();
            }));
        } catch (ExceptionGroup failures) {
            log.add(messages(failures));
        }
        log.add(cancelling());
        try {
            await(yieldNow());
        } catch (CancellationException again) {
            log.add("second");
            throw again;
        }
        return Coroutine.done();
    }

    @Test
    void aGroupInAGroupIsAFailureOfTheOuterOne() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> TaskGroup.open(outer -> {
                outer.createTask(TaskGroup.open(inner -> {
                    inner.createTask(actors.bad("deep", 10));
                    inner.createTask(actors.ok("in", 1000));
                    return Coroutine.done();
                }));
                outer.createTask(actors.ok("out", 1000));
                return Coroutine.done();
            })));
            assertThat(messages(failure)).containsExactly("unhandled errors in a TaskGroup (1 sub-exception)");
            assertThat(messages(failure.getCause())).containsExactly("deep");
            return Coroutine.done();
        });
        assertThat(log).containsExactly("in cancelled", "out cancelled");
    }

    @Test
    void aGroupThatIsBeingCancelledTakesNoTasks() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> TaskGroup.open(g -> {
                g.createTask(late(g));
                g.createTask(actors.bad("b", 10));
                return Coroutine.done();
            })));
            assertThat(messages(failure)).containsExactly("b", "TaskGroup <TaskGroup aborting> is shutting down");
            return Coroutine.done();
        });
    }

    @Async
    private Coroutine<Void> late(TaskGroup group) {
        try {
            await(sleep(millis(1000)));
        } finally {
            group.createTask(actors.ok("x", 0));
        }
        return Coroutine.done();
    }

    @Test
    void aBodyThatSwallowsTheGroupsRequestChangesNothing() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> TaskGroup.open(g -> {
                g.createTask(actors.bad("b", 0));
                return actors.stubborn("body");
            })));
            assertThat(messages(failure)).containsExactly("b");
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("body goes on", 0);
    }

    @Test
    void aLimitAroundAGroupEndsItsTasks() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> withTimeout(millis(10), t -> TaskGroup.open(g -> {
                g.createTask(actors.ok("a", 1000));
                return Coroutine.done();
            }))));
            assertThat(failure).isInstanceOf(AsyncTimeoutException.class);
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled");
    }

    @Test
    void aTaskThatFailsWhileItIsStartedAtOnceEndsTheBodyAtItsNextAwait() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> TaskGroup.open(g -> {
                g.createTask(failsAtOnce(), TaskOptions.DEFAULT.startingAtOnce());
                log.add("body");
                return actors.ok("rest", 1000);
            })));
            assertThat(messages(failure)).containsExactly("at once");
            return Coroutine.done();
        });
        assertThat(log).containsExactly("body", "rest cancelled");
    }

    @Async
    private static Coroutine<Void> failsAtOnce() {
        throw new IllegalArgumentException("at once");
    }

    @Test
    void aGroupInAMethodThatReturnsAFutureEndsItsBodyToo() {
        Virtual.run(() -> {
            log.add(await(grouped()));
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("body cancelled", List.of("b"), 0);
    }

    @Async
    private CompletableFuture<List<String>> grouped() {
        try {
            await(TaskGroup.open(g -> {
                g.createTask(actors.bad("b", 10));
                return actors.ok("body", 1000);
            }));
        } catch (ExceptionGroup failures) {
            return CompletableFuture.completedFuture(messages(failures));
        }
        return CompletableFuture.completedFuture(List.of());
    }

    @Test
    void underASupervisorTasksFailAlone() {
        List<FailureContext> reported = new ArrayList<>();
        Virtual.run(() -> {
            currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            String result = await(TaskGroup.supervise(g -> {
                Task<String> awaited = g.createTask(actors.bad("awaited", 5));
                g.createTask(actors.bad("alone", 10));
                g.createTask(actors.ok("a", 20));
                log.add(await(Virtual.failureOf(() -> Coroutine.of(await(awaited)))).getMessage());
                return Coroutine.of("result");
            }));
            log.add(result);
            return Coroutine.done();
        });
        assertThat(log).containsExactly("awaited", "a", "result");
        assertThat(reported).extracting(context -> context.exception().getMessage()).containsExactly("alone");
    }

    @Test
    void aSupervisorsBodyThatFailsCancelsTheTasksAndFailsAsItIs() {
        Virtual.run(() -> {
            Throwable failure = await(Virtual.failureOf(() -> TaskGroup.supervise(g -> {
                g.createTask(actors.ok("a", 1000));
                return actors.bad("body", 10);
            })));
            assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessage("body");
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled");
    }

    @Test
    void cancellingASupervisorsOwnerCancelsItsTasks() {
        Virtual.run(() -> {
            Task<Void> owner = createTask(TaskGroup.supervise(g -> {
                g.createTask(actors.ok("a", 1000));
                return Coroutine.done();
            }));
            await(sleep(millis(10)));
            owner.cancel();
            await(Virtual.failureOf(() -> Coroutine.of(await(owner))));
            log.add(owner.isCancelled());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("a cancelled", true);
    }
}
