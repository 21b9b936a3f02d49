package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.examples.asyncio.Actors.millis;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.timeoutAt;
import static org.asyncjava.runtime.Coroutines.withTimeout;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncTimeoutException;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.asyncjava.runtime.Timeout;
import org.junit.jupiter.api.Test;

class TimeoutTest { // HARD_CASES 70
    private final List<Object> log = new ArrayList<>();

    private static int cancelling() {
        return currentTask().orElseThrow().cancelling();
    }

    @Test
    void whatIsDoneInTimeIsTheResult() {
        Virtual.run(() -> {
            String result = await(withTimeout(millis(20), t -> {
                await(sleep(millis(10)));
                return Coroutine.of("in time");
            }));
            assertThat(result).isEqualTo("in time");
            await(sleep(millis(50)));
            return Coroutine.done();
        });
    }

    @Test
    void anInnerLimitThatIsReachedFirstLeavesTheOuterOneAlone() {
        Virtual.run(() -> {
            try {
                await(withTimeout(millis(50), outer -> {
                    try {
                        await(withTimeout(millis(20), inner -> sleep(millis(1000))));
                    } catch (AsyncTimeoutException e) {
                        log.add("inner");
                        log.add(outer.expired());
                    }
                    return sleep(millis(1000));
                }));
            } catch (AsyncTimeoutException e) {
                log.add("outer");
            }
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("inner", false, "outer", 0);
    }

    @Test
    void anOuterLimitThatIsReachedFirstIsACancellationToTheInnerOne() {
        Virtual.run(() -> {
            try {
                await(withTimeout(millis(20), outer -> {
                    try {
                        await(withTimeout(millis(50), inner -> sleep(millis(1000))));
                    } catch (CancellationException e) {
                        log.add("cancelled");
                        throw e;
                    }
                    return Coroutine.done();
                }));
            } catch (AsyncTimeoutException e) {
                log.add("outer");
                assertThat(e).hasCauseInstanceOf(CancellationException.class);
            }
            return Coroutine.done();
        });
        assertThat(log).containsExactly("cancelled", "outer");
    }

    @Test
    void limitsThatAreReachedTogetherAreTheOuterOnes() {
        Virtual.run(() -> {
            try {
                await(withTimeout(millis(10), outer -> {
                    try {
                        await(withTimeout(millis(10), inner -> sleep(millis(1000))));
                    } catch (CancellationException e) {
                        log.add("cancelled");
                        throw e;
                    }
                    return Coroutine.done();
                }));
            } catch (AsyncTimeoutException e) {
                log.add("outer");
            }
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("cancelled", "outer", 0);
    }

    @Test
    void aForeignCancellationStaysOne() {
        Virtual.run(() -> {
            Task<Void> task = createTask(withTimeout(millis(1000), t -> sleep(millis(2000))));
            await(yieldNow());
            task.cancel("foreign");
            return expectCancellation(task);
        });
        assertThat(log).containsExactly("foreign", true);
    }

    @Test
    void aForeignCancellationInTheSameMomentWins() {
        Virtual.run(() -> {
            Task<?>[] task = new Task<?>[1];
            task[0] = createTask(withTimeout(millis(10), t -> {
                task[0].loop().callAt(t.when(), () -> task[0].cancel("foreign"));
                return sleep(millis(2000));
            }));
            return expectCancellation(task[0]);
        });
        assertThat(log).hasSize(2).endsWith(true);
    }

    @Async
    private Coroutine<Void> expectCancellation(Task<?> task) {
        try {
            await(task);
        } catch (CancellationException e) {
            log.add(e.getMessage());
        }
        log.add(task.isCancelled());
        return Coroutine.done();
    }

    @Test
    void cleanUpMayAwaitAndTakesTheTimeItNeeds() {
        Virtual.run(() -> {
            long begin = currentLoop().time();
            try {
                await(withTimeout(millis(10), t -> {
                    try {
                        await(sleep(millis(1000)));
                    } finally {
                        await(sleep(millis(20)));
                        log.add("cleaned");
                    }
                    return Coroutine.done();
                }));
            } catch (AsyncTimeoutException e) {
                log.add((currentLoop().time() - begin) / 1_000_000);
            }
            return Coroutine.done();
        });
        assertThat(log).containsExactly("cleaned", 30L);
    }

    @Test
    void anotherExceptionGoesThrough() {
        Virtual.run(() -> {
            try {
                await(withTimeout(millis(10), t -> new Actors().failsWhenCancelled("other")));
            } catch (IllegalStateException e) {
                log.add(e.getMessage());
            }
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("other", 0);
    }

    @Test
    void aSwallowedCancellationIsNoTimeout() {
        Virtual.run(() -> {
            Timeout[] limit = new Timeout[1];
            log.add(await(withTimeout(millis(10), t -> {
                limit[0] = t;
                return new Actors().stubborn("value");
            })));
            log.add(limit[0].expired());
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("value", true, 0);
    }

    @Test
    void isRescheduledWhileItIsActive() {
        Virtual.run(() -> {
            Timeout[] limit = new Timeout[1];
            await(withTimeout(millis(10), t -> {
                limit[0] = t;
                t.reschedule(Timeout.NEVER);
                await(sleep(millis(30)));
                t.reschedule(millis(20));
                await(sleep(millis(10)));
                log.add(t.toString().startsWith("<Timeout [active] when="));
                return Coroutine.done();
            }));
            log.add(limit[0].toString());
            assertThatThrownBy(() -> limit[0].reschedule(1)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("Cannot change state of finished Timeout");
            return Coroutine.done();
        });
        assertThat(log).containsExactly(true, "<Timeout [finished]>");
    }

    @Test
    void aLimitInThePastIsReachedAtTheNextSuspension() {
        Virtual.run(() -> {
            long now = currentLoop().time();
            Throwable failure = await(Virtual.failureOf(() -> timeoutAt(now - 1, t -> {
                log.add("in");
                await(yieldNow());
                log.add("after");
                return Coroutine.done();
            })));
            assertThat(failure).isInstanceOf(AsyncTimeoutException.class);
            log.add(await(withTimeout(millis(-5), t -> Coroutine.of("never suspended"))));
            log.add(await(timeoutAt(Timeout.NEVER, t -> sleep(millis(5), "no limit"))));
            return Coroutine.done();
        });
        assertThat(log).containsExactly("in", "never suspended", "no limit");
    }

    @Test
    void aLimitInAMethodThatReturnsAFutureEndsItsWaitingAlone() {
        Virtual.run(() -> {
            log.add(await(limited()));
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly("limit reached", 0);
    }

    @Async
    private CompletableFuture<String> limited() {
        try {
            await(withTimeout(millis(10), t -> sleep(millis(1000))));
            return CompletableFuture.completedFuture("no limit");
        } catch (AsyncTimeoutException e) {
            return CompletableFuture.completedFuture("limit reached");
        }
    }

    @Test
    void sevenNestedLimitsOnOneTaskTellTheirOwnRequestsApart() {
        Virtual.run(() -> {
            assertThat(await(nest(7))).isEqualTo(7);
            log.add(cancelling());
            return Coroutine.done();
        });
        assertThat(log).containsExactly(0);
    }

    /** Each level waits for the next one, which is given less time, and then too long on its own. */
    @Async
    private Coroutine<Integer> nest(int levels) {
        if (levels == 0) {
            return Coroutine.of(0);
        }
        int[] reached = new int[1];
        try {
            await(withTimeout(millis(10L * levels), t -> {
                reached[0] = await(nest(levels - 1));
                await(sleep(millis(1000)));
                return Coroutine.done();
            }));
        } catch (AsyncTimeoutException e) {
            return Coroutine.of(reached[0] + 1);
        }
        return Coroutine.of(-1);
    }

    @Test
    void itSaysWhatIsMissing() {
        assertThatThrownBy(() -> run(withTimeout(millis(1), null))).isInstanceOf(NullPointerException.class).hasMessage("body");
        assertThatThrownBy(() -> withTimeout(null, t -> Coroutine.done())).isInstanceOf(NullPointerException.class);
    }
}
