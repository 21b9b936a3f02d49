package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Steps.named;
import static org.asyncjava.runtime.Steps.result;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

class TestLoopTest {
    private final Log log = new Log();

    @Test
    void anHourTakesNoTime() {
        TestLoop.virtualTime(() -> {
            long[] began = new long[1];
            run(named("main").then(v -> {
                began[0] = Coroutines.currentLoop().time();
                return sleep(Duration.ofHours(1));
            }).then(v -> {
                log.add(Duration.ofNanos(Coroutines.currentLoop().time() - began[0]));
                return result(null);
            }));
        });
        assertThat(log.entries()).containsExactly(Duration.ofHours(1));
    }

    @Test
    void sleepersWakeInTheOrderOfTheirTimes() {
        TestLoop.virtualTime(() -> log.add(run(named("main").then(v -> gather(sleeper("a", 3), sleeper("b", 1), sleeper("c", 3))))));
        assertThat(log.entries()).containsExactly("b", "a", "c", List.of("a", "b", "c"));
    }

    private Coroutine<String> sleeper(String name, int hours) {
        return Steps.<String>named("sleeper").then(v -> sleep(Duration.ofHours(hours))).then(v -> {
            log.add(name);
            return result(name);
        });
    }

    @Test
    void waitsInRealTimeForOtherThreads() {
        TestLoop.virtualTime(() -> log.add(run(named("main").then(v -> {
            Deferred<String> late = new Deferred<>();
            new Thread(() -> late.completeThreadsafe("late")).start();
            return late;
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
                test.start(named("clock").then(v -> sleep(Duration.ofHours(hours))).then(v -> log.ending(test.elapsed().toHours())));
            }
            test.advanceBy(Duration.ofDays(1));
        }
        assertThat(log.entries()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsLeftOverFailsTheTestAndIsCleanedUp() {
        TestLoop test = new TestLoop();
        test.start(named("forgotten").then(v -> sleep(Duration.ofHours(1))).handle((v, failure) -> log.ending(failure.getClass())));
        HotScript.call((number, received) -> null);
        test.runUntilIdle();
        assertThatThrownBy(test::close).isInstanceOf(AssertionError.class)
                .hasMessage("not finished at the end of the test:\n  <Task pending name='Task-1' coro=<Demo.forgotten() running at Demo.java:11>>");
        assertThat(log.entries()).containsExactly(CancellationException.class);
        assertThat(test.loop().isClosed()).isTrue();
        test.close();
    }

    @Test
    void aSuspendedMethodThatReturnsAFutureIsLeftOverToo() {
        TestLoop test = new TestLoop();
        test.run(named("main").then(v -> {
            HotScript.call((number, received) -> number == 0 ? HotScript.await(sleep(Duration.ofHours(1))) : received.get());
            return result(null);
        }));
        assertThatThrownBy(test::close).isInstanceOf(AssertionError.class).hasMessageContaining("<method HotScript.call>");
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
            assertThatThrownBy(() -> test.run(named("main").then(v -> {
                throw failure;
            }))).isSameAs(failure);
        }
    }

    @Test
    void timeStandsStillWhileAnotherThreadIsAtWork() {
        CountDownLatch limited = new CountDownLatch(1);
        try (TestLoop test = new TestLoop()) {
            Object value = test.run(Steps.named("main").then(none -> Coroutines.withTimeout(Duration.ofHours(1), limit -> {
                test.loop().callSoon(() -> test.loop().callSoon(limited::countDown));
                return Steps.<Object>named("body").then(start -> Coroutines.toThread(() -> {
                    limited.await();
                    return "answer";
                })).then(Steps::result);
            })).then(Steps::result));

            assertThat(value).isEqualTo("answer");
            assertThat(test.elapsed()).isZero();
        }
    }

    @Test
    void timePassesAgainWhenTheOtherThreadIsNotWaitedForAnyMore() {
        CountDownLatch end = new CountDownLatch(1);
        try (TestLoop test = new TestLoop()) {
            test.run(Steps.named("main").then(none -> {
                Deferred<Object> call = test.loop().runInExecutor(() -> {
                    end.await();
                    return null;
                });
                call.cancel();
                return Coroutines.sleep(Duration.ofHours(1));
            }));
            end.countDown();

            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
        }
    }
}
