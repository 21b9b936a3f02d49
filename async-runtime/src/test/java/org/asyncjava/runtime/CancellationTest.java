package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.time.Duration;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

/** What CPython 3.11 does in the same programs. */
class CancellationTest { // HARD_CASES 68
    private static final Duration LONG = Duration.ofSeconds(100);

    private final Log log = new Log();

    @Test
    void betweenTheResultAndTheWakeUpCancellationWinsAndTheResultStays() {
        run(named("main").then(v -> {
            Deferred<Integer> future = new Deferred<>();
            Task<Object> task = createTask(named("waiter").then(w -> future).handle((value, failure) -> {
                log.cancelled("cancelled", failure);
                return result(7);
            }));
            return named("rest").then(w -> yieldNow()).then(w -> {
                future.complete(5);
                log.add(task.cancel("m1"));
                log.add(task.cancel("m2"));
                log.add(task.cancelling());
                return task;
            }).then(w -> {
                log.add(w);
                log.add(task.isCancelled());
                log.add(future.result());
                return result(null);
            });
        }));
        assertThat(log.entries()).containsExactly(true, true, 2, "cancelled m2", 7, false, 5);
    }

    @Test
    void aSecondRequestInterruptsTheCleanUpAndTheFirstExceptionGoesOn() {
        run(named("main").then(v -> {
            Task<Object> task = createTask(cleaningUp());
            return named("rest").then(w -> yieldNow()).then(w -> {
                task.cancel("one");
                return yieldNow();
            }).then(w -> {
                task.cancel("two");
                return task;
            }).handle((w, failure) -> {
                log.cancelled("outer", failure);
                log.add(task.isCancelled());
                log.add(task.cancelling());
                return result(null);
            });
        }));
        assertThat(log.entries()).containsExactly("finally", "second two", "cleaned", "outer one", true, 2);
    }

    /** {@code try { await(sleep) } finally { try { await(sleep) } catch (CancellationException e) { } await(yieldNow()) }}. */
    private Steps<Object> cleaningUp() {
        Throwable[] first = new Throwable[1];
        return named("cleaningUp").then(v -> sleep(LONG)).handle((v, failure) -> {
            first[0] = failure;
            log.add("finally");
            return sleep(LONG);
        }).handle((v, failure) -> {
            log.cancelled("second", failure);
            return yieldNow();
        }).then(v -> {
            log.add("cleaned");
            throw first[0];
        });
    }

    @Test
    void anAwaitedTaskIsCancelledToo() {
        run(named("main").then(v -> {
            Task<?> inner = createTask(rethrowing("inner", sleep(LONG)));
            Task<?> outer = createTask(rethrowing("outer", inner));
            return named("rest").then(w -> yieldNow()).then(w -> yieldNow()).then(w -> {
                outer.cancel("message");
                log.add(inner.cancelling());
                log.add(outer.cancelling());
                return Coroutines.gatherOutcomes(inner, outer);
            }).then(w -> {
                log.add(inner.isCancelled() && outer.isCancelled());
                return result(null);
            });
        }));
        assertThat(log.entries()).containsExactly(1, 1, "inner message", "outer message", true);
    }

    private Coroutine<Object> rethrowing(String who, Object operand) {
        return named(who).then(v -> operand).handle((v, failure) -> {
            log.cancelled(who, failure);
            throw failure;
        });
    }

    @Test
    void aTaskThatHasNotStartedNeverRunsItsBody() {
        run(named("main").then(v -> {
            Task<Object> task = createTask(named("never").then(w -> {
                log.add("ran");
                return result(null);
            }));
            log.add(task.cancel());
            return task;
        }).handle((v, failure) -> {
            log.cancelled("main", failure);
            return result(null);
        }));
        assertThat(log.entries()).containsExactly(true, "main null");
    }

    @Test
    void aTaskThatCancelsItselfEndsCancelledIfItDoesNotAwaitAgain() {
        assertThat(endOf(named("self").then(v -> {
            Coroutines.currentTask().orElseThrow().cancel("self");
            return result(3);
        }))).isInstanceOf(CancellationException.class).hasMessage("self");
    }

    @Test
    void aFailureIsStrongerThanACancellationThatWasNotDelivered() {
        assertThat(endOf(named("self").then(v -> {
            Coroutines.currentTask().orElseThrow().cancel();
            throw new IllegalArgumentException("x");
        }))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTaskThatCancelsItselfHearsOfItAtItsNextAwaitAndMayGoOn() {
        assertThat(endOf(named("self").then(v -> {
            Coroutines.currentTask().orElseThrow().cancel();
            return yieldNow();
        }).handle((v, failure) -> {
            log.cancelled("at await", failure);
            return yieldNow();
        }).then(v -> result("value")))).isNull();
        assertThat(log.entries()).containsExactly("at await null");
    }

    /** The failure of a task, or null. */
    private static Throwable endOf(Coroutine<?> coroutine) {
        return run(Steps.<Throwable>named("main").then(v -> createTask(coroutine)).handle((v, failure) -> result(failure)));
    }

    @Test
    void requestsAreCountedAndCanBeTakenBack() {
        run(named("main").then(v -> {
            Task<Object> task = createTask(named("swallowing").then(w -> sleep(LONG)).handle((w, failure) -> {
                Task<?> self = Coroutines.currentTask().orElseThrow();
                log.cancelled("swallowed", failure);
                log.add(self.cancelling());
                log.add(self.uncancel());
                log.add(self.uncancel());
                log.add(self.uncancel());
                return yieldNow();
            }).then(w -> result(1)));
            return named("rest").then(w -> yieldNow()).then(w -> {
                task.cancel();
                task.cancel();
                return task;
            }).then(w -> {
                log.add(w);
                log.add(task.isCancelled());
                log.add(task.cancel());
                return result(null);
            });
        }));
        assertThat(log.entries()).containsExactly("swallowed null", 2, 1, 0, 0, 1, false, false);
    }

    @Test
    void takingBackTheLastRequestDropsWhatWasNotDelivered() {
        assertThat(endOf(named("self").then(v -> {
            Task<?> self = Coroutines.currentTask().orElseThrow();
            self.cancel();
            self.uncancel();
            return yieldNow();
        }).then(v -> result(null)))).isNull();
    }

    @Test
    void tasksThatAwaitEachOtherInACircleCanBeCancelled() {
        run(named("main").then(v -> {
            Task<?>[] tasks = new Task<?>[3];
            tasks[0] = createTask(named("a").then(w -> tasks[1]));
            tasks[1] = createTask(named("b").then(w -> tasks[2]));
            tasks[2] = createTask(named("c").then(w -> tasks[1]));
            return named("rest").then(w -> yieldNow()).then(w -> yieldNow()).then(w -> {
                tasks[0].cancel("circle");
                return tasks[0];
            }).handle((w, failure) -> {
                log.cancelled("main", failure);
                log.add(tasks[1].isCancelled() && tasks[2].isCancelled());
                return result(null);
            });
        }));
        assertThat(log.entries()).containsExactly("main circle", true);
    }

    @Test
    void aCancelledDeferredThrowsAtTheAwaitOfEveryWaiter() {
        run(named("main").then(v -> {
            Deferred<Void> future = new Deferred<>();
            Task<?> first = createTask(rethrowing("first", future));
            Task<?> second = createTask(rethrowing("second", future));
            return named("rest").then(w -> yieldNow()).then(w -> {
                log.add(future.cancel("gone"));
                log.add(future.cancel());
                return Coroutines.gatherOutcomes(first, second);
            });
        }));
        assertThat(log.entries()).containsExactly(true, false, "first gone", "second gone");
    }
}
