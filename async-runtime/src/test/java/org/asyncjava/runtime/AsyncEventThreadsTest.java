package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.hot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events without a loop, between threads and between loops. */
@Timeout(60)
class AsyncEventThreadsTest {
    private final AsyncEvent event = new AsyncEvent();

    @Test
    void methodsWithoutALoopGoOnWhereTheEventIsSetInTheOrderInWhichTheyCame() {
        Log log = new Log();
        for (int i = 0; i < 3; i++) {
            int number = i;
            HotScript.call((at, received) -> at == 0 ? HotScript.await(event.whenSet()) : log.ending(number));
        }
        assertThat(event).hasToString("<AsyncEvent unset, waiters:3>");
        event.set();
        assertThat(log.entries()).containsExactly(0, 1, 2);
    }

    /** Otherwise it would never end. */
    @Test
    void whoClearsTheEventAndWaitsAgainIsWokenByTheNextSet() {
        int[] wakeUps = new int[1];
        CompletableFuture<Object> waiting = HotScript.call((at, received) -> {
            if (at > 0) {
                wakeUps[0]++;
                event.clear();
            }
            return HotScript.await(event.whenSet());
        });
        event.set();
        assertThat(wakeUps[0]).isEqualTo(1);
        event.set();
        assertThat(wakeUps[0]).isEqualTo(2);
        waiting.cancel(false);
    }

    @Test
    void aMethodThatIsCancelledLeavesTheQueue() {
        CompletableFuture<Object> first = hot(() -> event.whenSet());
        CompletableFuture<Object> second = hot(() -> event.whenSet());
        first.cancel(false);
        assertThat(event).hasToString("<AsyncEvent unset, waiters:1>");
        event.set();
        assertThat(second).isCompleted();
        assertThat(event).hasToString("<AsyncEvent set>");
    }

    /** The others are granted already, and one that is cancelled before its turn comes stays cancelled. */
    @Test
    void whoIsWokenMayCancelTheNextOne() {
        Queue<Runnable> pool = new ArrayDeque<>();
        List<CompletableFuture<Object>> calls = new ArrayList<>();
        calls.add(HotScript.call((at, received) -> at == 0 ? HotScript.await(event.whenSet()) : calls.get(1).cancel(false)));
        calls.add(Dispatcher.call(pool::add, () -> hot(() -> event.whenSet())));
        calls.add(hot(() -> event.whenSet()));
        event.set();
        assertThat(calls.get(0)).isCompletedWithValue(true);
        assertThat(calls.get(1)).isCancelled();
        assertThat(calls.get(2)).isCompleted();
        pool.forEach(Runnable::run);
    }

    @Test
    void anotherThreadWakesTheTasksOfALoop() throws Exception {
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        CompletableFuture<List<String>> woken = CompletableFuture.supplyAsync(() -> run(coroutine(() -> {
            List<String> log = new ArrayList<>();
            Task<Void> first = createTask(logged("first", log));
            Task<Void> second = createTask(logged("second", log));
            await(yieldNow());
            waiting.complete(null);
            await(first);
            await(second);
            return Coroutine.of(log);
        })));
        waiting.get();
        event.set();
        assertThat(woken.get()).containsExactly("first", "second");
    }

    @Async
    private Coroutine<Void> logged(String name, List<String> log) {
        await(event.whenSet());
        log.add(name);
        return Coroutine.done();
    }

    @Test
    void oneLoopAfterTheOtherMayWait() {
        for (int i = 0; i < 2; i++) {
            event.clear();
            run(coroutine(() -> {
                createTask(coroutine(() -> {
                    event.set();
                    return Coroutine.done();
                }));
                await(event.whenSet());
                return Coroutine.done();
            }));
        }
        assertThat(event.isSet()).isTrue();
    }

    /** Two sides that call each other, each with an event of its own: a wake-up that is lost is a hang. */
    @Test
    void noWakeUpIsLostBetweenThreads() throws Exception { // HARD_CASES 65, 66
        int rounds = 20_000;
        AsyncEvent pong = new AsyncEvent();
        int[] unguarded = new int[1];
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(answer(event, pong, unguarded, rounds)), pool);
            CompletableFuture<Void> here = ask(event, pong, unguarded, rounds);
            here.get();
            other.get();
        } finally {
            pool.shutdown();
        }
        assertThat(unguarded[0]).isEqualTo(2 * rounds);
    }

    @Async
    private static CompletableFuture<Void> ask(AsyncEvent ping, AsyncEvent pong, int[] counter, int rounds) {
        for (int i = 0; i < rounds; i++) {
            counter[0]++;
            ping.set();
            await(pong.whenSet());
            pong.clear();
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    private static Coroutine<Void> answer(AsyncEvent ping, AsyncEvent pong, int[] counter, int rounds) {
        for (int i = 0; i < rounds; i++) {
            await(ping.whenSet());
            ping.clear();
            counter[0]++;
            pong.set();
        }
        return Coroutine.done();
    }
}
