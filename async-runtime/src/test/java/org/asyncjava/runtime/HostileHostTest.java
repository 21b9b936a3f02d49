package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hosts that do not do what they are asked to, or not as they are asked to. */
@Timeout(120)
class HostileHostTest {
    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private final List<EventHost> hosts = new ArrayList<>();

    @AfterEach
    void end() {
        two.shutdownNow();
        hosts.forEach(EventHost::close);
    }

    private EventLoop loopOf(EventHost host) {
        hosts.add(host);
        return EventLoop.hosted(host);
    }

    @Async
    private static Coroutine<Integer> count(int times) {
        int count = 0;
        for (; count < times; count++) {
            await(yieldNow());
        }
        await(sleep(Duration.ofMillis(1)));
        return Coroutine.of(count);
    }

    private static void assertCounts(EventLoop loop) throws Exception {
        assertThat(runCoroutineThreadsafe(count(10_000), loop).get(60, TimeUnit.SECONDS)).isEqualTo(10_000);
    }

    @Test
    void oneThatRunsAtOnce() throws Exception {
        assertCounts(loopOf(new EventHost() {
            @Override
            public void execute(Runnable turn) {
                turn.run();
            }

            @Override
            public Runnable schedule(Runnable turn, Duration delay) {
                turn.run(); // early
                return super.schedule(turn::run, delay);
            }

            @Override
            void eventAdded() {
                two.execute(this::runAll);
            }
        }));
    }

    /** On two threads at once: a run begins while the one before is on. */
    @Test
    void oneThatRunsTwiceOnTwoThreads() throws Exception {
        EventLoop loop = loopOf(new EventHost() {
            @Override
            public void execute(Runnable turn) {
                two.execute(turn);
                two.execute(turn);
            }

            @Override
            public Runnable schedule(Runnable turn, Duration delay) {
                two.execute(turn);
                return super.schedule(() -> execute(turn), delay);
            }

            @Override
            void eventAdded() {
                runAll();
            }

            @Override
            public boolean isCurrent() {
                return false;
            }
        });
        assertCounts(loop);
        int[] inside = {0};
        int[] met = {0};
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(runCoroutineThreadsafe(coroutine(() -> {
                for (int j = 0; j < 20; j++) {
                    met[0] += inside[0]++;
                    Thread.yield();
                    inside[0]--;
                    await(yieldNow());
                }
                return Coroutine.done();
            }), loop));
        }
        for (CompletableFuture<Void> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        assertThat(met[0]).isZero();
    }

    @Test
    void oneThatNeverRunsSettlesEverybodyWhenItEnds() {
        EventHost never = new EventHost() {
            @Override
            public void execute(Runnable turn) {
            }
        };
        EventLoop loop = loopOf(never);
        CompletableFuture<Void> result = runCoroutineThreadsafe(sleep(Duration.ofDays(1)), loop);
        never.end();
        assertThatThrownBy(result::get).isInstanceOf(CancellationException.class);
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void oneThatRunsAndThenThrowsIsReported() {
        EventHost moody = new EventHost() {
            @Override
            public void execute(Runnable turn) {
                turn.run();
                throw new IllegalStateException("moody");
            }
        };
        List<Throwable> reported = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
        try {
            EventLoop loop = loopOf(moody);
            loop.setExceptionHandler((where, context) -> reported.add(context.exception()));
            Log log = new Log();
            loop.callSoonThreadsafe(log.adding("ran"));
            assertThat(log.entries()).containsExactly("ran");
            assertThat(loop.isClosed()).isFalse();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(reported).isNotEmpty().allSatisfy(failure -> assertThat(failure).hasMessage("moody"));
    }

    /** The loop times itself then. */
    @Test
    void oneThatSetsNoTimers() {
        EventHost host = new EventHost() {
            @Override
            public Runnable schedule(Runnable turn, Duration delay) {
                throw new UnsupportedOperationException("no timers");
            }
        };
        loopOf(host);
        Task<Integer> task = createTask(count(1));
        host.runUntil(task::isDone);
        assertThat(task.result()).isEqualTo(1);
    }

    @Test
    void oneThatHandsOutNoWayToTakeATimerBack() {
        EventHost host = new EventHost() {
            @Override
            public Runnable schedule(Runnable turn, Duration delay) {
                super.schedule(turn, delay);
                return null;
            }
        };
        EventLoop loop = loopOf(host);
        loop.callLater(Duration.ofDays(1), () -> { });
        Task<Integer> task = createTask(count(1));
        host.runUntil(task::isDone);
    }

    @Test
    void oneThatCannotTellWhetherItIsCurrentIsNot() {
        List<Throwable> reported = new ArrayList<>();
        EventHost host = new EventHost() {
            @Override
            public boolean isCurrent() {
                throw new IllegalStateException("unknown");
            }
        };
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
        try {
            EventLoop loop = loopOf(host);
            assertThatThrownBy(() -> loop.callSoon(() -> { })).isInstanceOf(IllegalStateException.class).hasMessageContaining("Non-thread-safe");
            assertThat(Dispatcher.current()).isEmpty();
            host.close();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(reported).isNotEmpty().allSatisfy(failure -> assertThat(failure).hasMessage("unknown"));
    }

    /** What runs on its loop would never hear of its end. What somebody has done with that loop meanwhile ends as with any host's. */
    @Test
    void oneThatFailsWhenItIsToTellOfItsEndIsRefused() {
        List<EventLoop> meanwhile = new ArrayList<>();
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        EventHost host = new EventHost() {
            @Override
            public void onEnd(Runnable ended) {
                super.onEnd(ended);
                if (meanwhile.isEmpty()) {
                    meanwhile.add(EventLoop.hosted(this));
                    calls.add(runCoroutineThreadsafe(sleep(Duration.ofDays(1)), meanwhile.get(0)));
                    throw new IllegalStateException("tells nobody");
                }
            }
        };
        assertThatThrownBy(() -> loopOf(host)).isInstanceOf(IllegalStateException.class).hasMessage("tells nobody");
        assertThat(Dispatcher.current()).isEmpty();
        assertThat(meanwhile.get(0).isClosed()).isTrue();
        assertThat(calls.get(0)).isCancelled();

        EventLoop loop = EventLoop.hosted(host);
        host.runAll();
        assertThat(loop.isClosed()).isFalse();
        Task<Integer> task = createTask(count(1));
        host.runUntil(task::isDone);
        host.end();
        assertThat(loop.isClosed()).isTrue();
    }

    /** What is asked of it at the end is not for its equals to prevent. */
    @Test
    void oneWhoseEqualsFails() {
        boolean[] broken = {false};
        EventHost host = new EventHost() {
            @Override
            public boolean equals(Object other) {
                return other == this;
            }

            @Override
            public int hashCode() {
                if (broken[0]) {
                    throw new IllegalStateException("no hash");
                }
                return 1;
            }
        };
        EventLoop loop = loopOf(host);
        broken[0] = true;
        host.end();
        assertThat(loop.isClosed()).isTrue();
        assertThat(Dispatcher.current()).isEmpty();
    }

    /** The wrong thread asks: it is refused, and nothing is broken. */
    @Test
    void oneThatIsAskedFromTheWrongThread() throws Exception {
        EventHost host = new EventHost();
        EventLoop loop = loopOf(host);
        Throwable refusal = two.submit(() -> {
            try {
                createTask(yieldNow());
                return null;
            } catch (Throwable refused) {
                return refused;
            }
        }).get();
        assertThat(refusal).isInstanceOf(IllegalStateException.class).hasMessageContaining("no running event loop");
        Task<Integer> task = createTask(count(1));
        host.runUntil(task::isDone);
        assertThat(loop.isClosed()).isFalse();
    }

    @Test
    void oneThatEndsInTheMiddleOfBeingAsked() {
        EventHost host = new EventHost() {
            @Override
            public void execute(Runnable turn) {
                end();
                throw new RejectedExecutionException("gone");
            }
        };
        EventLoop loop = loopOf(host);
        Log log = new Log();
        loop.callSoonThreadsafe(log.adding("ran"));
        assertThat(log.entries()).containsExactly("ran");
        assertThat(loop.isClosed()).isTrue();
    }
}
