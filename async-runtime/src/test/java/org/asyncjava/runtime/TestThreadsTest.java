package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.on;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.toThread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** Threads of a test, which have their turns on its loop. */
class TestThreadsTest {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @Async
    private Coroutine<Void> onThread(String name) {
        await(toThread(() -> log.add(name + " on " + (EventLoop.on(ThreadState.current()) == null ? "a thread" : "the loop"))));
        log.add(name + " back");
        return Coroutine.done();
    }

    @Async
    private Coroutine<Void> both() {
        await(gather(onThread("a"), onThread("b")));
        return Coroutine.done();
    }

    @Test
    void callsOnThreadsHaveTheirTurnsOneAfterTheOther() {
        for (int i = 0; i < 50; i++) {
            log.clear();
            try (TestLoop test = new TestLoop()) {
                test.run(both());
                assertThat(test.elapsed()).isEqualTo(Duration.ZERO);
            }
            assertThat(log).containsExactly("a on a thread", "b on a thread", "a back", "b back");
        }
    }

    @Test
    void theirOrderIsPartOfTheSchedule() {
        Set<List<String>> seen = new HashSet<>();
        TestLoop.explore(60, test -> {
            log.clear();
            await(gather(onThread("a"), onThread("b")));
            seen.add(List.copyOf(log));
            return Coroutine.done();
        });
        assertThat(seen).contains(List.of("b on a thread", "b back", "a on a thread", "a back"),
                List.of("a on a thread", "b on a thread", "b back", "a back"));
    }

    @Test
    void noTimePassesMeanwhile() {
        try (TestLoop test = new TestLoop()) {
            assertThat(test.run(Coroutines.waitFor(toThread(() -> "in time"), Duration.ofMillis(1)))).isEqualTo("in time");
            assertThat(test.elapsed()).isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void aCallThatWaitsForTheLoopLetsItGoOn() {
        try (TestLoop test = new TestLoop()) {
            EventLoop loop = test.loop();
            String answer = test.run(toThread(() -> Coroutines.runCoroutineThreadsafe(answersAfterAnHour(), loop).get()));
            assertThat(answer).isEqualTo("answer");
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
        }
    }

    @Async
    private static Coroutine<String> answersAfterAnHour() {
        await(sleep(Duration.ofHours(1)));
        return Coroutine.of("answer");
    }

    @Test
    void aCallThatWaitsForAnotherLetsItGoOn() {
        try (TestLoop test = new TestLoop()) {
            test.run(oneWaitsForTheOther(new CountDownLatch(1)));
        }
        assertThat(log).containsExactly("counted", "waited");
    }

    @Async
    private Coroutine<Void> oneWaitsForTheOther(CountDownLatch latch) {
        await(gather(toThread(() -> {
            latch.await();
            return log.add("waited");
        }), toThread(() -> {
            log.add("counted");
            latch.countDown();
            return null;
        })));
        return Coroutine.done();
    }

    @Test
    void stagesOfAProgramRunOnTheExecutor() {
        try (TestLoop test = new TestLoop()) {
            Executor executor = test.executor();
            CompletableFuture<String> stage = CompletableFuture.supplyAsync(() -> "a", executor).thenApplyAsync(a -> a + "b", executor);
            assertThat(test.<String>run(Coroutines.waitFor(stage, Duration.ofMillis(1)))).isEqualTo("ab");
            assertThat(test.elapsed()).isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void aStrandOnTheExecutorHasTheTimeOfTheTest() {
        try (TestLoop test = new TestLoop()) {
            String answer = test.run(on(test.executor(), TestThreadsTest::answersAfterAnHour));
            assertThat(answer).isEqualTo("answer");
            assertThat(test.elapsed()).isEqualTo(Duration.ofHours(1));
        }
    }

    /** Two strands that share what is no strand's: each step is one thing, and so an update is lost only across an await. */
    @Test
    void theTurnsOfStrandsArePartOfTheSchedule() {
        Set<Integer> sums = new HashSet<>();
        TestLoop.explore(60, test -> {
            int[] shared = {0};
            await(gather(on(test.executor(), () -> addInTwoSteps(shared)), on(test.executor(), () -> addInTwoSteps(shared))));
            sums.add(shared[0]);
            return Coroutine.done();
        });
        assertThat(sums).containsExactlyInAnyOrder(1, 2);
    }

    @Async
    private static Coroutine<Void> addInTwoSteps(int[] shared) {
        int before = shared[0];
        await(Coroutines.yieldNow());
        shared[0] = before + 1;
        return Coroutine.done();
    }

    @Test
    void theTasksOfAStrandAreInAnyOrder() {
        Set<List<String>> seen = new HashSet<>();
        TestLoop.explore(60, test -> {
            List<String> order = new ArrayList<>();
            await(on(test.executor(), () -> noteBoth(order)));
            seen.add(order);
            return Coroutine.done();
        });
        assertThat(seen).containsExactlyInAnyOrder(List.of("a", "b"), List.of("b", "a"));
    }

    @Async
    private static Coroutine<Void> noteBoth(List<String> order) {
        await(gather(note(order, "a"), note(order, "b")));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> note(List<String> order, String what) {
        await(Coroutines.yieldNow());
        order.add(what);
        return Coroutine.done();
    }

    @Test
    void aFailureOnTheExecutorFailsTheTest() {
        TestLoop test = new TestLoop();
        test.executor().execute(() -> {
            throw new IllegalStateException("on a thread");
        });
        test.runUntilIdle();
        assertThatThrownBy(test::close).isInstanceOf(AssertionError.class).hasMessageContaining("on a thread");
    }

    @Test
    void whatIsCancelledBeforeItsTurnNeverRuns() {
        try (TestLoop test = new TestLoop()) {
            Deferred<Boolean> call = test.loop().runInExecutor(() -> log.add("run"));
            call.cancel();
            test.runUntilIdle();
        }
        assertThat(log).isEmpty();
    }

    @Test
    void afterTheEndItRefuses() {
        TestLoop test = new TestLoop();
        Executor executor = test.executor();
        test.close();
        assertThatThrownBy(() -> executor.execute(() -> log.add("run"))).isInstanceOf(RejectedExecutionException.class);
        try (TestLoop real = TestLoop.inRealTime()) {
            assertThatThrownBy(real::executor).isInstanceOf(IllegalStateException.class).hasMessageContaining("threads run by themselves");
        }
    }
}
