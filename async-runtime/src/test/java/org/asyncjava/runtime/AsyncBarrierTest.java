package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.hot;
import static org.asyncjava.runtime.Programs.outcomeOf;
import static org.asyncjava.runtime.VirtualTime.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** As CPython's {@code test_locks.BarrierTests}; the orders were printed by CPython. */
class AsyncBarrierTest {
    private final Log log = new Log();
    private final AsyncBarrier barrier = new AsyncBarrier(3);

    @Test
    void aBarrierIsForAtLeastOne() {
        assertThatThrownBy(() -> new AsyncBarrier(0)).isInstanceOf(IllegalArgumentException.class).hasMessage("parties must be > 0: 0");
        assertThat(run(new AsyncBarrier(1).arrive())).isZero();
    }

    @Test
    void waitingOutsideALoopIsAnError() {
        assertThatThrownBy(hot(() -> barrier.arrive())::join)
                .hasMessageContaining("no running event loop: waiting for an AsyncBarrier");
        assertThat(barrier.waiting()).isZero();
    }

    @Test
    void theLastOneLetsAllGoAndTheBarrierIsReadyAgain() {
        run(coroutine(() -> {
            arrivals(0, 7);
            await(turns());
            log.add(barrier.waiting());
            barrier.reset();
            return Coroutine.of(await(turns()));
        }));
        assertThat(log.entries()).containsExactly("2 as 2", "0 as 0", "1 as 1", "5 as 2", "3 as 0", "4 as 1", 1, "6 Abort or reset of barrier");
        assertThat(barrier.isBroken()).isFalse();
        assertThat(barrier).hasToString("<AsyncBarrier filling, waiting:0/3>");
    }

    @Test
    void abortingFailsThoseWhoWaitAndThoseWhoComeUntilItIsReset() {
        run(coroutine(() -> {
            Task<Object> first = arrivals(0, 2).get(0);
            await(coroutine(() -> {
                await(yieldNow());
                first.cancel();
                await(yieldNow());
                return Coroutine.of(null);
            }));
            log.add(barrier.waiting());
            barrier.abort();
            arrivals(2, 3);
            await(turns());
            log.add(barrier.isBroken());
            barrier.reset();
            arrivals(3, 6);
            return Coroutine.of(await(turns()));
        }));
        assertThat(log.entries()).containsExactly(1, "1 Abort or reset of barrier", "2 Barrier aborted", true, "5 as 2", "3 as 0", "4 as 1");
    }

    @Test
    void whoIsCancelledCountsNoMore() {
        run(coroutine(() -> {
            Task<Object> first = arrivals(0, 2).get(0);
            await(yieldNow());
            first.cancel();
            arrivals(5, 7);
            return Coroutine.of(await(turns()));
        }));
        assertThat(log.entries()).containsExactly("6 as 2", "1 as 0", "5 as 1");
    }

    private static Coroutine<Void> turns() {
        return sleep(Duration.ofMillis(1));
    }

    private List<Task<Object>> arrivals(int from, int to) {
        List<Task<Object>> tasks = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int who = i;
            tasks.add(createTask(coroutine(() -> {
                var outcome = await(outcomeOf(barrier.arrive()));
                var number = outcome.value();
                Throwable failure = outcome.failure();
                if (failure == null) {
                    return log.ending(who + " as " + number);
                }
                if (failure instanceof BarrierBrokenException) {
                    return log.ending(who + " " + failure.getMessage());
                }
                throw Sneaky.rethrow(failure);
            })));
        }
        return tasks;
    }

    @Async
    private Coroutine<Object> party(String who, AsyncBarrier at) {
        var number = await(at.arrive());
        return log.ending(who + " as " + number);
    }

    /** CPython gives number 1 twice here (gh-155233). */
    @Test
    void numbersAreUniqueInTheOrderOfArrivalWhoeverIsCancelledMeanwhile() {
        run(coroutine(() -> {
            Task<Object> first = createTask(party("a", barrier));
            createTask(party("b", barrier));
            await(coroutine(() -> {
                await(yieldNow());
                first.cancel();
                await(yieldNow());
                return Coroutine.of(null);
            }));
            createTask(party("c", barrier));
            createTask(party("d", barrier));
            await(sleep(Duration.ofMillis(1)));
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactlyInAnyOrder("b as 0", "c as 1", "d as 2");
    }

    @Test
    void aPartyOfAnotherLoopIsRefusedAlsoIfItWouldBeTheLast() {
        AsyncBarrier pair = new AsyncBarrier(2);
        try (EventLoop loop = new EventLoop()) {
            Task<Object> first = loop.createTask(party("first", pair));
            loop.callSoon(loop::stop);
            loop.runForever();
            assertThatThrownBy(() -> run(pair.arrive())).isInstanceOf(IllegalStateException.class).hasMessageContaining("bound to a different event loop");
            assertThatThrownBy(hot(() -> pair.arrive())::join)
                    .hasMessageContaining("bound to a different event loop");
            assertThat(pair.waiting()).isEqualTo(1);
            loop.runUntilComplete(loop.createTask(party("second", pair)));
            assertThat(loop.runUntilComplete(first)).isEqualTo("first as 0");
        }
    }

    @Test
    void whenNobodyWaitsAnyMoreAnotherLoopMayUseIt() {
        try (EventLoop first = new EventLoop(); EventLoop second = new EventLoop()) {
            for (EventLoop loop : List.of(first, second, first)) {
                loop.runUntilComplete(coroutine(() -> {
                    arrivals(0, 3);
                    await(yieldNow());
                    await(yieldNow());
                    return Coroutine.done();
                }));
            }
        }
        assertThat(log.entries()).containsExactly("2 as 2", "0 as 0", "1 as 1", "2 as 2", "0 as 0", "1 as 1", "2 as 2", "0 as 0", "1 as 1");
    }

    @Test
    void whoIsLeftKeepsOtherLoopsOut() {
        try (EventLoop loop = new EventLoop()) {
            loop.setExceptionHandler((where, context) -> { });
            loop.runUntilComplete(coroutine(() -> {
                Task<Object> cancelled = arrivals(0, 2).get(0);
                await(yieldNow());
                cancelled.cancel();
                return yieldNow();
            }));
            assertThat(barrier.waiting()).isEqualTo(1);
            assertThatThrownBy(() -> run(barrier.arrive())).isInstanceOf(IllegalStateException.class).hasMessageContaining("bound to a different event loop");
        }
    }

    /** They have not come out yet, and those outside have not come in. */
    @Test
    void whileTheLastOnesLeaveAnotherLoopIsRefused() {
        try (EventLoop loop = new EventLoop()) {
            loop.createTask(coroutine(() -> {
                arrivals(0, 4);
                await(yieldNow());
                Coroutines.currentLoop().stop();
                return Coroutine.done();
            }));
            loop.runForever();
            assertThat(log.entries()).containsExactly("2 as 2");
            assertThatThrownBy(() -> run(barrier.arrive())).isInstanceOf(IllegalStateException.class)
                    .hasMessage("this AsyncBarrier is bound to a different event loop as long as somebody waits for it there");
            loop.callSoon(() -> loop.callSoon(() -> loop.callSoon(loop::stop)));
            loop.runForever();
            assertThat(log.entries()).containsExactly("2 as 2", "0 as 0", "1 as 1");
            assertThat(barrier.waiting()).as("who came while they left").isEqualTo(1);
            loop.setExceptionHandler((where, context) -> { });
        }
    }

    @Test
    void whatALoopLeavesWhenItIsClosedBindsNobody() {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((where, context) -> { });
        loop.createTask(coroutine(() -> {
            try {
                return Coroutine.of(await(barrier.arrive()));
            } finally {
                log.add(await(failureOf(barrier.arrive())).getClass());
            }
        }));
        loop.callSoon(loop::stop);
        loop.runForever();
        loop.close();
        run(coroutine(() -> {
            arrivals(0, 3);
            return Coroutine.of(await(turns()));
        }));
        assertThat(log.entries()).containsExactly(RejectedExecutionException.class, "2 as 2", "0 as 0", "1 as 1");
    }

    @Test
    void whatGoesOnElsewhereCannotWait() {
        Throwable refused = run(coroutine(() -> Coroutine.of(await(failureOf(Dispatcher.call(Runnable::run, () -> hot(() -> barrier.arrive())))))));
        assertThat(refused).isInstanceOf(IllegalStateException.class)
                .hasMessage("waiting for an AsyncBarrier is for calls that go on on the loop, and this one has another dispatcher");
        assertThat(barrier.waiting()).isZero();
    }

    @Test
    void breakingItFromAnotherThreadWhileSomebodyWaitsIsAnError() throws Exception {
        FutureTask<Void> abort = new FutureTask<>(barrier::abort, null);
        run(coroutine(() -> {
            Task<Object> waiting = arrivals(0, 1).get(0);
            await(yieldNow());
            Thread other = new Thread(abort);
            other.start();
            other.join();
            return Coroutine.of(waiting.cancel());
        }));
        assertThatThrownBy(abort::get).hasCauseInstanceOf(IllegalStateException.class).hasMessageContaining(
                "this AsyncBarrier belongs to an event loop of another thread as long as somebody waits for it; use loop.callSoonThreadsafe(...)");
        assertThat(barrier.isBroken()).isFalse();
        barrier.abort();
        assertThat(barrier.isBroken()).isTrue();
    }
}
