package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

class TestLoopTest {
    private final Log log = new Log();

    @Test
    void anHourTakesNoTime() {
        TestLoop.virtualTime(() -> {
            long[] began = new long[1];
            run(coroutine(() -> {
                began[0] = Coroutines.currentLoop().time();
                await(sleep(Duration.ofHours(1)));
                log.add(Duration.ofNanos(Coroutines.currentLoop().time() - began[0]));
                return Coroutine.of(null);
            }));
        });
        assertThat(log.entries()).containsExactly(Duration.ofHours(1));
    }

    @Test
    void sleepersWakeInTheOrderOfTheirTimes() {
        TestLoop.virtualTime(() -> log.add(run(coroutine(() -> Coroutine.of(await(gather(sleeper("a", 3), sleeper("b", 1), sleeper("c", 3))))))));
        assertThat(log.entries()).containsExactly("b", "a", "c", List.of("a", "b", "c"));
    }

    @Async
    private Coroutine<String> sleeper(String name, int hours) {
        await(sleep(Duration.ofHours(hours)));
        log.add(name);
        return Coroutine.of(name);
    }

    @Test
    void waitsInRealTimeForOtherThreads() {
        TestLoop.virtualTime(() -> log.add(run(coroutine(() -> {
            Deferred<String> late = new Deferred<>();
            new Thread(() -> late.completeThreadsafe("late")).start();
            return Coroutine.of(await(late));
        }))));
        assertThat(log.entries()).containsExactly("late");
    }

    @Test
    void endsWithTheProgramAlsoIfThatFails() {
        assertThatThrownBy(() -> TestLoop.virtualTime(() -> {
            throw new IllegalStateException("program");
        })).hasMessage("program");
        long before = System.nanoTime();
        run(sleep(Duration.ofMillis(5)));
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(5_000_000);
    }

    @Test
    void timePassesWhenTheTestSaysSo() {
        try (TestLoop test = new TestLoop()) {
            Task<String> early = test.start(sleeper("early", 1));
            Task<String> late = test.start(sleeper("late", 3));
            test.runUntilIdle();
            test.advanceBy(Duration.ofMinutes(59));
            assertThat(early.isDone()).isFalse();
            test.advanceBy(Duration.ofMinutes(1));
            assertThat(early.result()).isEqualTo("early");
            assertThat(late.isDone()).isFalse();
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
            test.advanceBy(Duration.ofHours(5));
            assertThat(late.result()).isEqualTo("late");
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(6));
            assertThatThrownBy(() -> test.advanceBy(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void eachTimerRunsAtItsTime() {
        try (TestLoop test = new TestLoop()) {
            for (int hours : new int[] {3, 1, 2}) {
                test.start(coroutine(() -> {
                    await(sleep(Duration.ofHours(hours)));
                    return log.ending(test.elapsed().toHours());
                }));
            }
            test.advanceBy(Duration.ofDays(1));
        }
        assertThat(log.entries()).containsExactly(1L, 2L, 3L);
    }

    @Async
    private Coroutine<Object> forgotten() {
        Throwable failure = await(failureOf(sleep(Duration.ofHours(1))));
        return log.ending(failure.getClass());
    }

    @Test
    void whatIsLeftOverFailsTheTestAndIsCleanedUp() {
        TestLoop test = new TestLoop();
        test.start(forgotten());
        HotScript.call((number, received) -> null);
        test.runUntilIdle();
        assertThatThrownBy(test::close).isInstanceOf(AssertionError.class)
                .hasMessageMatching("not finished at the end of the test:\n  <Task pending name='Task-1' coro="
                        + "<TestLoopTest\\.forgotten\\(\\) running at TestLoopTest\\.java:\\d+>>");
        assertThat(log.entries()).containsExactly(CancellationException.class);
        assertThat(test.loop().isClosed()).isTrue();
        test.close();
    }

    @Test
    void aSuspendedMethodThatReturnsAFutureIsLeftOverToo() {
        TestLoop test = new TestLoop();
        test.run(coroutine(() -> {
            hot(() -> sleep(Duration.ofHours(1)));
            return Coroutine.of(null);
        }));
        assertThatThrownBy(test::close).isInstanceOf(AssertionError.class).hasMessageContaining("<method Programs.hot>");
    }

    @Test
    void aFailureThatNobodyCatchesFailsTheTest() {
        IllegalStateException failure = new IllegalStateException("in a callback");
        TestLoop test = new TestLoop();
        test.loop().callSoon(() -> {
            throw failure;
        });
        test.runUntilIdle();
        assertThatThrownBy(test::close).isInstanceOf(AssertionError.class).hasMessageStartingWith("failures that nobody caught")
                .hasSuppressedException(failure);
    }

    @Test
    void runThrowsWhatTheCoroutineThrows() {
        IllegalStateException failure = new IllegalStateException();
        try (TestLoop test = new TestLoop()) {
            assertThatThrownBy(() -> test.run(coroutine(() -> {
                throw failure;
            }))).isSameAs(failure);
        }
    }

    @Test
    void timeStandsStillWhileAnotherThreadIsAtWork() {
        CountDownLatch limited = new CountDownLatch(1);
        try (TestLoop test = new TestLoop()) {
            Object value = test.run(coroutine(() -> {
                return Coroutine.of(await(Coroutines.withTimeout(Duration.ofHours(1), limit -> {
                                test.loop().callSoon(() -> test.loop().callSoon(limited::countDown));
                                return coroutine(() -> {
                                    return Coroutine.of(await(Coroutines.toThread(() -> {
                                                        limited.await();
                                                        return "answer";
                                                    })));
                                });
                            })));
            }));

            assertThat(value).isEqualTo("answer");
            assertThat(test.elapsed()).isZero();
        }
    }

    @Test
    void timeStandsStillWhileAnotherLoopIsAtWork() {
        CompletableFuture<String> work = new CompletableFuture<>();
        try (LoopGroup group = new LoopGroup(1); TestLoop test = new TestLoop()) {
            test.loop().callSoon(() -> test.loop().callSoon(() -> work.complete("answer")));
            Object value = test.run(Coroutines.waitFor(group.next().call(() -> Coroutine.of(await(work))), Duration.ofHours(1)));

            assertThat(value).isEqualTo("answer");
            assertThat(test.elapsed()).isZero();
        }
    }

    @Test
    void timePassesAgainWhenTheOtherThreadIsNotWaitedForAnyMore() {
        CountDownLatch end = new CountDownLatch(1);
        try (TestLoop test = new TestLoop()) {
            test.run(coroutine(() -> {
                Deferred<Object> call = test.loop().runInExecutor(() -> {
                    end.await();
                    return null;
                });
                call.cancel();
                return Coroutine.of(await(Coroutines.sleep(Duration.ofHours(1))));
            }));
            end.countDown();

            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
        }
    }
}
